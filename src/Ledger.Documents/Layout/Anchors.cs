namespace Ledger.Documents.Layout;

/// <summary>The named places of a document that its text can lead to.</summary>
internal static class Anchors
{
    public static string OfFigure(string code) => $"figure:{code}";

    /// <summary>The place of the annex with this number, counted from 1.</summary>
    public static string OfAnnex(int number) => $"annex:{number}";

    /// <summary>Where a run leads inside the document: to its figure's row, else to the place it names; null when neither is there.</summary>
    public static string? DestinationOf(Run run, Func<string, bool> isDeclared)
    {
        if (run.FigureCode is { } code && isDeclared(OfFigure(code))) return OfFigure(code);
        return run.Place is { } place && isDeclared(place) ? place : null;
    }

    public static IReadOnlySet<string> In(OfficialDocument document) =>
        document.Body.Concat(document.Annexes.SelectMany(annex => annex.Blocks)).OfType<Table>()
            .SelectMany(table => table.Head.Concat(table.Rows))
            .SelectMany(row => row.Cells.Select(cell => cell.Anchor).Append(row.Anchor))
            .OfType<string>()
            .Concat(document.Annexes.Select((_, i) => OfAnnex(i + 1)))
            .ToHashSet(StringComparer.Ordinal);
}
