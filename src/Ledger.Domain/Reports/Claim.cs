using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Reports;

/// <summary>How far what the report says is backed by the ledger.</summary>
public enum Backing
{
    /// <summary>Every number in it was counted from entries, or confirmed to be nothing.</summary>
    [Label("有依据", "Backed")] Backed,

    /// <summary>Some of its numbers were counted; of others nobody can say whether they are zero.</summary>
    [Label("部分有依据", "Partly backed")] Partly,

    /// <summary>It says that there was nothing, or is left out because there was: entries or a person say so.</summary>
    [Label("零，已核实", "Known to be nothing")] Nothing,

    /// <summary>Neither an entry nor a confirmation: the sentence is left out of the report.</summary>
    [Label("没有依据", "Nothing behind it")] Missing,

    /// <summary>Words without a number that a person wrote for this report.</summary>
    [Label("由人撰写", "Worded by a person")] Worded,

    /// <summary>Words of the template that nobody has made their own.</summary>
    [Label("范文原句", "Words of the template")] Template,
}

/// <summary>Something the report says or would say, and what stands behind it.</summary>
/// <param name="Place">The heading it stands under, with its number; the title before the first one.</param>
/// <param name="Text">The sentence, as printed or as it would be.</param>
/// <param name="Backing">How far it is backed.</param>
/// <param name="Figures">The figures it states, in the order it states them.</param>
public sealed record Claim(string Place, string Text, Backing Backing, IReadOnlyList<Figure> Figures)
{
    /// <summary>The figures of which nobody can say whether they are zero: what to log, or to confirm as nothing.</summary>
    public IEnumerable<Figure> Unknown => Figures.Where(f => f.State == FigureState.NeverEntered);

    internal static Backing OfSentence(IReadOnlyList<(Figure Figure, decimal Value)> figures) =>
        (figures.Any(f => f.Value != 0), figures.Any(f => f.Figure.State == FigureState.NeverEntered)) switch
        {
            (true, false) => Backing.Backed,
            (true, true) => Backing.Partly,
            (false, false) => Backing.Nothing,
            (false, true) => Backing.Missing,
        };
}
