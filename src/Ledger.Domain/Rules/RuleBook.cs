using System.Collections.Immutable;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Marten;

namespace Ledger.Domain.Rules;

/// <summary>A rule that counts from a year on, until a later one takes its place.</summary>
public sealed record RuleFrom(string Figure, int FromYear, CountingRule Rule);

/// <summary>
/// Every approved change of a counting rule. A year is counted by one version from its first day to its last: a change
/// begins with a year that has not begun when it is approved, so that no figure is ever counted anew.
/// </summary>
public sealed record RuleBook
{
    public const string Only = "rules";

    public static readonly RuleBook Unchanged = new();

    public string Id { get; init; } = Only;
    public ImmutableList<RuleFrom> Changes { get; init; } = [];

    /// <summary>The figures of a year that are counted by a changed rule.</summary>
    public ImmutableDictionary<string, CountingRule> Of(int year) => Changes
        .Where(c => c.FromYear <= year)
        .GroupBy(c => c.Figure)
        .ToImmutableDictionary(g => g.Key, g => g.MaxBy(c => c.FromYear)!.Rule);

    public CountingRule RuleOf(FigureDefinition figure, int year)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Of(year).GetValueOrDefault(figure.Code) ?? figure.Rule;
    }

    /// <summary>The versions of a figure's rule, each with its first year and the one it ends before.</summary>
    public IEnumerable<(CountingRule Rule, int? From, int? Until)> VersionsOf(FigureDefinition figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var later = Changes.Where(c => c.Figure == figure.Code).OrderBy(c => c.FromYear).ToList();
        yield return (figure.Rule, null, later.Count > 0 ? later[0].FromYear : null);
        for (var i = 0; i < later.Count; i++)
            yield return (later[i].Rule, later[i].FromYear, i + 1 < later.Count ? later[i + 1].FromYear : null);
    }

    public static async Task<RuleBook> LoadAsync(IQuerySession session, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await session.LoadAsync<RuleBook>(Only, ct) ?? Unchanged;
    }

    /// <summary>What of a rule can be changed as data, so that all evaluators count by it: who counts, and which parts of its split.</summary>
    public static IEnumerable<Problem> Check(FigureDefinition figure, bool participants, IReadOnlyList<string> only)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(only);
        if (figure.Rule.Measure == Measure.Counters || figure.OfMatters)
        {
            yield return new("figure", "自定义计数项和事项类指标的口径不能变更", "The rule of a counter that people name themselves, or of a matter, cannot be changed");
            yield break;
        }

        if (only.Count == 0)
        {
            if (!participants)
                yield return new("participants", "没有改变任何口径", "Nothing is changed");
            yield break;
        }

        var options = Catalogue.FindKind(figure.Kind)!.Fields.FirstOrDefault(f => f.Name == figure.Rule.By)?.Options ?? [];
        if (figure.Rule.WhenField is not null || options.Count == 0 || figure.Rule.Measure is not (Measure.Entries or Measure.Sum))
            yield return new("only", "这项指标不按类型分列，不能只计部分类型", "The figure is not split by a code: it cannot count some of them only");
        for (var i = 0; i < only.Count; i++)
        {
            if (options.Count > 0 && options.All(o => o.Code != only[i]))
                yield return new($"only[{i}]", $"应为其中之一：{string.Join("、", options.Select(o => $"{o.Code}（{o.Label}）"))}", $"Must be one of: {string.Join(", ", options.Select(o => o.Code))}");
        }
    }
}
