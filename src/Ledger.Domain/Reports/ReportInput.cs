using Ledger.Domain.Figures;
using Ledger.Domain.Units;

namespace Ledger.Domain.Reports;

/// <summary>Everything a report is written from.</summary>
public sealed record ReportInput
{
    public required Unit Unit { get; init; }
    public required int Year { get; init; }
    public required YearBook Book { get; init; }

    /// <summary>Last year's figures by code, as its newest edition froze them; null where none was frozen (counting rule 9).</summary>
    public IReadOnlyDictionary<string, Figure>? LastYear { get; init; }

    /// <summary>What people wrote, by block.</summary>
    public IReadOnlyDictionary<string, string> Prose { get; init; } = new Dictionary<string, string>();

    /// <summary>The date under the signature.</summary>
    public required DateOnly IssuedOn { get; init; }

    public ReportMatters Matters { get; init; } = ReportMatters.None;

    /// <summary>Whether it goes to the unit's addressees.</summary>
    public bool Addressed { get; init; } = true;

    /// <summary>Whether every figure is annexed, and not only those the text states.</summary>
    public bool WithEveryFigure { get; init; } = true;
}

/// <summary>What sections 3 and 4 are drafted from.</summary>
/// <param name="Shortcomings">Those of the year, and those carried into it.</param>
/// <param name="Plans">What is planned for the year after.</param>
/// <param name="Promises">What last year's report promised for this one.</param>
public sealed record ReportMatters(IReadOnlyList<ReportedShortcoming> Shortcomings, IReadOnlyList<ReportedPlan> Plans, IReadOnlyList<ReportedPlan> Promises)
{
    public static ReportMatters None { get; } = new([], [], []);

    /// <summary>What is told in the words of a matter: a number in it stands in the log and is nobody's typing.</summary>
    public IReadOnlyList<string> Quoted =>
    [
        .. Shortcomings.SelectMany(s => new[] { s.Title, s.Finding, s.Cause, s.Measure, s.Progress, s.Counterpart })
            .Concat(Plans.Concat(Promises).SelectMany(p => new[] { p.Title, p.Target, p.Reason, p.Shortcoming }))
            .Where(t => t.Length > 0).Distinct().OrderByDescending(t => t.Length),
    ];
}

/// <summary>A shortcoming as section 3 tells it. What nobody said is empty.</summary>
/// <param name="Id">Its matter.</param>
/// <param name="Title">What is amiss, in short.</param>
/// <param name="Finding">What is amiss.</param>
/// <param name="Cause">Why.</param>
/// <param name="Measure">What is done about it.</param>
/// <param name="Progress">How far that has come.</param>
/// <param name="State">Where it stands at the end of the year, in words.</param>
/// <param name="Counterpart">What is planned against it for the year after.</param>
public sealed record ReportedShortcoming(Guid Id, string Title, string Finding, string Cause, string Measure, string Progress, string State, string Counterpart)
{
    /// <summary>Names of the blocks that people may word themselves.</summary>
    public string Key => $"shortcoming-{Id:N}";

    public string Mending => $"rectification-{Id:N}";
}

/// <summary>A plan item as section 4, or the look back at last year's, tells it.</summary>
/// <param name="Id">Its matter.</param>
/// <param name="Title">What is to be done, in short.</param>
/// <param name="Target">What is to be reached.</param>
/// <param name="State">What became of it, in words.</param>
/// <param name="Open">Whether it is still under way.</param>
/// <param name="Reason">Why it is not done, where it is not.</param>
/// <param name="Shortcoming">The shortcoming it answers.</param>
public sealed record ReportedPlan(Guid Id, string Title, string Target, string State, bool Open, string Reason, string Shortcoming)
{
    public string Key => $"plan-{Id:N}";
}
