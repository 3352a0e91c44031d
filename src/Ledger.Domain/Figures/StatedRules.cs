using System.Text.Json;
using JasperFx.Events;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;

namespace Ledger.Domain.Figures;

/// <summary>A kind of activity or a step of a matter as rules speak of it: its code, and the name its event is stored under.</summary>
public sealed record StatedKind(string Code, string Event);

/// <summary>A figure as data: no code behind it. A code that ends in * stands for one figure per counter name and unit.</summary>
public sealed record StatedFigure(string Code, string Kind, string Unit, CountingRule Rule);

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

    public static IReadOnlyList<StatedFigure> Figures { get; } =
        [.. Catalogue.Figures.SelectMany(Stated), Counters()];

    public static string KindsJson { get; } = JsonSerializer.Serialize(Kinds, LedgerJson.Options);

    public static string FiguresJson { get; } = JsonSerializer.Serialize(Figures, LedgerJson.Options);

    /// <summary>A figure of a matter is stated once for each step that feeds it.</summary>
    private static IEnumerable<StatedFigure> Stated(FigureDefinition figure) =>
        (figure.OfMatters ? figure.Steps.Select(s => $"{figure.Kind}/{s}") : [figure.Kind])
        .Select(kind => new StatedFigure(figure.Code, kind, figure.Unit, figure.Rule));

    private static StatedFigure Counters()
    {
        var any = Catalogue.FindFigure("other-work:*（*）")!;
        return new StatedFigure("other-work:*", any.Kind, "", any.Rule);
    }
}
