using JasperFx.Events;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Reports;

/// <summary>Why a number is another in a later edition.</summary>
public enum ChangeCause
{
    [Label("补录", "Logged later")] Logged,
    [Label("更正", "Corrected")] Corrected,
    [Label("作废或移出本年度", "Voided, or moved out of the year")] Voided,
    [Label("零报告", "Nil return")] NilReturn,
    [Label("口径变化", "Counting rule changed")] Rule,
}

/// <summary>One step from a number to the next.</summary>
/// <param name="Cause">What made it.</param>
/// <param name="Sequence">The event that made it; of a change of rules the last event of the edition.</param>
/// <param name="Entry">The entry's id; null where it was none.</param>
/// <param name="Title">What the entry was about, or who confirmed what.</param>
/// <param name="By">Who did it, as recorded.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Reason">The reason given; null where none is asked for.</param>
/// <param name="Before">The number before, as printed.</param>
/// <param name="After">The number after, as printed.</param>
public sealed record ChangeStep(ChangeCause Cause, long Sequence, Guid? Entry, string Title, string? By, DateTimeOffset? At, string? Reason, string Before, string After);

/// <summary>A number that two editions print differently, and the unbroken chain of steps between them.</summary>
/// <param name="Code">The figure's code.</param>
/// <param name="Part">The part of its split; null for the figure itself.</param>
/// <param name="Name">What is counted.</param>
/// <param name="EnglishName">The same in English.</param>
/// <param name="Unit">In what it is counted.</param>
/// <param name="Before">As the earlier edition prints it.</param>
/// <param name="After">As the later one does.</param>
/// <param name="Steps">From the one to the other, at least one.</param>
public sealed record FigureChange(string Code, string? Part, string Name, string EnglishName, string Unit, string Before, string After, IReadOnlyList<ChangeStep> Steps);

/// <summary>
/// Holds two editions of a year against each other. Each event between them is applied to the year's book, and whatever
/// number it changes gets a step; what no event explains is a change of rules. So every changed number has its causes.
/// </summary>
public static class EditionChanges
{
    /// <param name="earlier">The edition that was frozen first.</param>
    /// <param name="later">The later one, or the draft.</param>
    /// <param name="book">The year's book as of the earlier edition, by the rules of today.</param>
    /// <param name="events">The year's events after the earlier edition up to the later one, in order.</param>
    public static IReadOnlyList<FigureChange> Between(ReportModel earlier, ReportModel later, YearBook book, IReadOnlyList<IEvent> events)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(events);
        var (before, after) = (Printed(earlier), Printed(later));
        List<NumberKey> changed = [.. before.Keys.Union(after.Keys).Where(key => Text(before, key) != Text(after, key))];
        var ofFigure = changed.ToLookup(key => key.Code);
        var steps = changed.ToDictionary(key => key, _ => new List<ChangeStep>());
        var now = changed.ToDictionary(key => key, key => Text(before, key));
        foreach (var code in ofFigure.Select(f => f.Key))
            Read(code, (was, becomes) => ByRule(earlier, was, becomes));
        foreach (var change in Change.Of(events))
        {
            book = change.Events.Aggregate(book, (b, e) => b.Apply(e));
            foreach (var code in change.Figures.Where(ofFigure.Contains))
                Read(code, change.From);
        }

        foreach (var key in changed)
            Note(key, Text(after, key), (was, becomes) => ByRule(later, was, becomes));
        return [.. changed.Select(key => new FigureChange(
            key.Code, key.Part, key.Name, key.EnglishName, Catalogue.FindFigure(key.Code)?.Unit ?? "", Text(before, key), now[key], steps[key]))];

        void Read(string code, Func<string, string, ChangeStep> step)
        {
            var numbers = Catalogue.FindFigure(code) is { } definition ? PrintedNumbers.Of([Figure.Read(definition, book)]) : [];
            foreach (var key in ofFigure[code])
                Note(key, Text(numbers, key), step);
        }

        void Note(NumberKey key, string next, Func<string, string, ChangeStep> step)
        {
            if (now[key] == next)
                return;
            steps[key].Add(step(now[key], next));
            now[key] = next;
        }
    }

    private static Dictionary<NumberKey, string> Printed(ReportModel report) => PrintedNumbers.Of(report.Figures.Select(f => f.Figure));

    private static string Text(Dictionary<NumberKey, string> numbers, NumberKey key) => numbers.GetValueOrDefault(key) ?? key.Unsaid;

    private static ChangeStep ByRule(ReportModel report, string before, string after) =>
        new(ChangeCause.Rule, report.Sequence, null, "", null, report.AsOf, null, before, after);
}
