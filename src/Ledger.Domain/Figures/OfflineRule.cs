using System.Text.Json;

namespace Ledger.Domain.Figures;

/// <summary>One figure of an export's head and how it is counted, read over the raw JSON of an activity.</summary>
internal sealed record OfflineRule(
    string Figure,
    string Measure,
    IReadOnlyList<string> Fields,
    string? Denominator,
    string? By,
    string? WhenField,
    IReadOnlyList<string> WhenCodes,
    bool Participants,
    int From,
    int Until)
{
    private static readonly string[] Measures = ["entries", "sum", "distinct", "rate", "share", "counters"];

    public static OfflineRule Read(JsonElement figure)
    {
        var rule = figure.GetProperty("rule");
        var measure = rule.GetProperty("measure").GetString()!;
        if (!Measures.Contains(measure))
            throw new FormatException($"unknown measure '{measure}'");
        var fields = Text(rule, "field")?.Split('+') ?? [];
        if (fields.Length == 0 && measure != "entries")
            throw new FormatException($"a rule by '{measure}' needs a field");
        return new OfflineRule(
            figure.GetProperty("code").GetString()!, measure, fields,
            measure == "rate" ? rule.GetProperty("denominator").GetString() : null,
            Text(rule, "by"), Text(rule, "whenField"),
            Stated(rule, "whenCodes") is { } codes ? [.. codes.EnumerateArray().Select(c => c.GetString()!)] : [],
            Stated(rule, "participants")?.GetBoolean() ?? false,
            Stated(figure, "from")?.GetInt32() ?? int.MinValue, Stated(figure, "until")?.GetInt32() ?? int.MaxValue);
    }

    /// <summary>Adds what the activity counts for, or takes it back where the sign is −1.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="sign">1 or −1.</param>
    /// <param name="year">The year it counts in.</param>
    /// <param name="sharedAs">The unit's role, where another unit logged it jointly.</param>
    public void Count(JsonElement activity, int sign, OfflineYear year, string? sharedAs)
    {
        if (year.Number < From || year.Number >= Until)
            return;
        year.Sharing = sharedAs is not null;
        if (WhenField is not null && (Text(activity, WhenField) is not { } code || !WhenCodes.Contains(code)))
            return;
        var participant = !Participants && (sharedAs ?? Text(activity, "role")) == "participant";
        switch (Measure)
        {
            case "entries":
                Add(Figure, activity, participant, sign, 1, false, year);
                break;
            case "sum":
                Sum(activity, participant, sign, year);
                break;
            case "counters":
                Counters(activity, participant, sign, year);
                break;
            case "distinct" when !participant:
                foreach (var name in Names(activity))
                    year.Add($"{Figure}|name|{name}", sign, 1, false);
                break;
            case "rate" when !participant && Stated(activity, Fields[0]) is { } numerator && Stated(activity, Denominator!) is { } denominator:
                Ratio(numerator.GetDecimal(), denominator.GetDecimal(), sign, year);
                break;
            case "share" when !participant && Stated(activity, Fields[0]) is { } yes:
                Ratio(yes.GetBoolean() ? 1 : 0, 1, sign, year);
                break;
        }
    }

    private void Sum(JsonElement activity, bool participant, int sign, OfflineYear year)
    {
        var (stated, sum, inexact) = (false, 0m, false);
        foreach (var field in Fields)
        {
            if (Stated(activity, field) is not { } value)
                continue;
            stated = true;
            sum += Amount(value);
            inexact |= Inexact(value);
        }

        if (stated)
            Add(Figure, activity, participant, sign, sum, inexact, year);
    }

    private void Counters(JsonElement activity, bool participant, int sign, OfflineYear year)
    {
        if (Stated(activity, Fields[0]) is not { } counters)
            return;
        foreach (var counter in counters.EnumerateArray())
        {
            var figure = $"{Figure.TrimEnd('*')}{counter.GetProperty("name").GetString()}（{counter.GetProperty("unit").GetString()}）";
            var value = counter.GetProperty("value");
            Add(figure, counter, participant, sign, Amount(value), Inexact(value), year);
        }
    }

    private void Add(string figure, JsonElement from, bool participant, int sign, decimal amount, bool inexact, OfflineYear year)
    {
        if (participant)
        {
            year.Add($"{figure}|role|participant", sign, amount, inexact);
            return;
        }

        year.Add(figure, sign, amount, inexact);
        if (By is not null && Text(from, By) is { } part)
            year.Add($"{figure}|{By}|{part}", sign, amount, inexact);
    }

    private void Ratio(decimal numerator, decimal denominator, int sign, OfflineYear year)
    {
        year.Add($"{Figure}|numerator", sign, numerator, false);
        year.Add($"{Figure}|denominator", sign, denominator, false);
    }

    private IEnumerable<string> Names(JsonElement activity) => Stated(activity, Fields[0]) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(n => n.GetString()).OfType<string>().Distinct(),
        { } text => [text.GetString()!],
    };

    private static decimal Amount(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.GetProperty("value").GetDecimal() : value.GetDecimal();

    private static bool Inexact(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("precision", out var precision) && precision.GetString() != "exact";

    private static string? Text(JsonElement owner, string member) => Stated(owner, member)?.GetString();

    private static JsonElement? Stated(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
