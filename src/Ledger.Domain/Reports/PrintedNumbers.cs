using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Reports;

/// <summary>A number a report may print: a figure's own, or that of one part of its split.</summary>
internal readonly record struct NumberKey(string Code, string? Dimension = null, string? Part = null)
{
    /// <summary>How it reads where no edition knows the number: of a part that nothing was counted for, zero.</summary>
    public string Unsaid => Part is null ? "—" : "0";

    public string Name => Of(f => f.Name, o => o.Label, "：");
    public string EnglishName => Of(f => f.EnglishName, o => o.EnglishLabel, ": ");

    private string Of(Func<FigureDefinition, string> figure, Func<CodeOption, string> option, string between)
    {
        var (dimension, part) = (Dimension, Part);
        if (Catalogue.FindFigure(Code) is not { } definition)
            return Code;
        if (part is null)
            return figure(definition);
        var label = Catalogue.FindKind(definition.Kind)?.Fields.FirstOrDefault(f => f.Name == dimension)?.Options.FirstOrDefault(o => o.Code == part);
        return figure(definition) + between + (label is null ? part : option(label));
    }
}

/// <summary>The numbers of figures as a report prints them.</summary>
internal static class PrintedNumbers
{
    public static Dictionary<NumberKey, string> Of(IEnumerable<Figure> figures) =>
        figures.SelectMany(Of).ToDictionary(n => n.Key, n => n.Text);

    public static IEnumerable<(NumberKey Key, string Text)> Of(Figure figure)
    {
        yield return (new NumberKey(figure.Code), TextOf(figure));
        // The names of a distinct count are its entries, and no numbers of their own.
        foreach (var (dimension, parts) in figure.Breakdown.Where(d => d.Key != Cell.Name))
        {
            foreach (var (part, value) in parts)
                yield return (new NumberKey(figure.Code, dimension, part), FigureText.Number(value, approximate: false));
        }
    }

    /// <summary>Zero, confirmed zero and never entered are three different numbers; a counter nobody named is none.</summary>
    private static string TextOf(Figure figure) => figure.State switch
    {
        FigureState.NeverEntered when figure.Code.Contains(':', StringComparison.Ordinal) => "—",
        FigureState.NeverEntered => "未登记",
        FigureState.NilConfirmed => "零报告",
        _ => FigureText.Of(figure),
    };
}
