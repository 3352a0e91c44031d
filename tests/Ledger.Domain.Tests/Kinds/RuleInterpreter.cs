using System.Text.Json;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Tests.Kinds;

/// <summary>
/// The counting rules read as data over the stored JSON, without the code of any kind: what SQL and the offline fold do.
/// </summary>
internal static class RuleInterpreter
{
    public static IEnumerable<(string Cell, Tally Tally)> CellsOf(KindDefinition kind, JsonElement activity)
    {
        var participant = activity.GetProperty("role").GetString() == "participant";
        return kind.Figures.Where(f => Applies(f.Rule, activity))
            .SelectMany(f => Of(f.Code, f.Rule, activity, participant))
            .Concat(CountersOf(kind, activity, participant));
    }

    /// <summary>The same of a step of a matter, which nobody but its own unit has a part in.</summary>
    public static IEnumerable<(string Cell, Tally Tally)> CellsOf(IEnumerable<FigureDefinition> figures, JsonElement step) =>
        figures.Where(f => Applies(f.Rule, step)).SelectMany(f => Of(f.Code, f.Rule, step, participant: false));

    private static bool Applies(CountingRule rule, JsonElement activity) =>
        rule.WhenField is null || (Stated(activity, rule.WhenField) is { } code && rule.WhenCodes.Contains(code.GetString()));

    private static IEnumerable<(string, Tally)> Of(string figure, CountingRule rule, JsonElement activity, bool participant) => rule.Measure switch
    {
        Measure.Entries => Whole(figure, rule.By, activity, participant, new Tally(1, 1, 0)),
        Measure.Sum => SumOf(rule.Field!, activity) is { } sum ? Whole(figure, rule.By, activity, participant, sum) : [],
        _ when participant => [],
        Measure.Distinct => NamesOf(activity, rule.Field!).Distinct().Select(n => ($"{figure}|name|{n}", new Tally(1, 1, 0))),
        Measure.Rate => Stated(activity, rule.Field!) is { } n && Stated(activity, rule.Denominator!) is { } d
            ? Part(figure, n.GetDecimal(), d.GetDecimal())
            : [],
        Measure.Share => Stated(activity, rule.Field!) is { } yes ? Part(figure, yes.GetBoolean() ? 1 : 0, 1) : [],
        _ => throw new InvalidOperationException($"{figure} is counted by a measure without a rule"),
    };

    private static IEnumerable<(string, Tally)> CountersOf(KindDefinition kind, JsonElement activity, bool participant) =>
        kind.Code == "other-work" && Stated(activity, "counters") is { } counters
            ? counters.EnumerateArray().SelectMany(c => Whole(
                $"other-work:{c.GetProperty("name").GetString()}（{c.GetProperty("unit").GetString()}）", null, c, participant, SumOf("value", c)!.Value))
            : [];

    private static IEnumerable<(string, Tally)> Whole(string figure, string? by, JsonElement activity, bool participant, Tally tally)
    {
        if (participant)
            return [($"{figure}|role|participant", tally)];
        return by is null ? [(figure, tally)] : [(figure, tally), ($"{figure}|{by}|{activity.GetProperty(by).GetString()}", tally)];
    }

    private static IEnumerable<(string, Tally)> Part(string figure, decimal numerator, decimal denominator) =>
        [($"{figure}|numerator", new Tally(numerator, 1, 0)), ($"{figure}|denominator", new Tally(denominator, 1, 0))];

    /// <summary>A field, or several joined by +: those that are stated are added, and none stated is no sum.</summary>
    private static Tally? SumOf(string fields, JsonElement activity)
    {
        var stated = fields.Split('+').Select(f => Stated(activity, f)).OfType<JsonElement>().ToList();
        return stated.Count == 0 ? null : new Tally(stated.Sum(AmountOf), 1, stated.Any(Inexact) ? 1 : 0);
    }

    private static decimal AmountOf(JsonElement number) =>
        number.ValueKind == JsonValueKind.Object ? number.GetProperty("value").GetDecimal() : number.GetDecimal();

    private static bool Inexact(JsonElement number) =>
        number.ValueKind == JsonValueKind.Object && number.GetProperty("precision").GetString() is "at-least" or "approximate";

    private static IEnumerable<string> NamesOf(JsonElement activity, string field) => Stated(activity, field) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(n => n.GetString()!),
        { } text => [text.GetString()!],
    };

    private static JsonElement? Stated(JsonElement activity, string field) =>
        activity.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
