using System.Text.Json;
using JasperFx.Events;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Ledger.Domain.Rules;
using Npgsql;

namespace Ledger.Domain.Figures;

/// <summary>A kind of activity or a step of a matter as rules speak of it: its code, and the name its event is stored under.</summary>
public sealed record StatedKind(string Code, string Event);

/// <summary>A figure as data: no code behind it. A code that ends in * stands for one figure per counter name and unit.</summary>
/// <param name="Code">The figure.</param>
/// <param name="Kind">The kind, or the step of a matter, that feeds it.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Rule">How it is counted.</param>
/// <param name="From">The first year the rule counts; null from the beginning.</param>
/// <param name="Until">The year from which another takes its place; null for the rule in force.</param>
public sealed record StatedFigure(string Code, string Kind, string Unit, CountingRule Rule, int? From = null, int? Until = null);

/// <summary>
/// The counting rules of the catalogue as data: one and the same text is handed to SQL and written at the head of an
/// export, so that whoever counts without this program counts by the rules it claims to count by.
/// </summary>
public static class StatedRules
{
    public static IReadOnlyList<StatedKind> Kinds { get; } =
    [
        .. Catalogue.Kinds.Select(k => new StatedKind(k.Code, k.EventType.GetEventTypeName())),
        .. MatterCatalogue.Steps.Select(s => new StatedKind(s.FullCode, s.EventType.GetEventTypeName())),
    ];

    /// <summary>Every version of every figure's rule.</summary>
    public static IReadOnlyList<StatedFigure> FiguresOf(RuleBook rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return [.. Catalogue.Figures.SelectMany(f => Stated(f, rules)), Counters()];
    }

    public static string KindsJson { get; } = JsonSerializer.Serialize(Kinds, LedgerJson.Options);

    /// <summary>The rules of the catalogue, before anybody changed one.</summary>
    public static string FiguresJson { get; } = Json(RuleBook.Unchanged);

    /// <summary>The rules as they stand in the database.</summary>
    public static async Task<string> ReadFiguresAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select data::text from ledger.mt_doc_rulebook where id = $1", connection);
        command.Parameters.Add(new() { Value = RuleBook.Only });
        return await command.ExecuteScalarAsync(ct) is string stored ? Json(JsonSerializer.Deserialize<RuleBook>(stored, LedgerJson.Options)!) : FiguresJson;
    }

    private static string Json(RuleBook rules) => JsonSerializer.Serialize(FiguresOf(rules), LedgerJson.Options);

    /// <summary>A figure of a matter is stated once for each step that feeds it.</summary>
    private static IEnumerable<StatedFigure> Stated(FigureDefinition figure, RuleBook rules) =>
        (figure.OfMatters ? figure.Steps.Select(s => $"{figure.Kind}/{s}") : [figure.Kind])
        .SelectMany(kind => rules.VersionsOf(figure).Select(v => new StatedFigure(figure.Code, kind, figure.Unit, v.Rule, v.From, v.Until)));

    private static StatedFigure Counters()
    {
        var any = Catalogue.FindFigure("other-work:*（*）")!;
        return new StatedFigure("other-work:*", any.Kind, "", any.Rule);
    }
}
