using System.Globalization;
using Ledger.Domain;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Reports;

namespace Ledger.Api.InspectionPacks;

/// <summary>What of a year an inspector wants to see: figures, and the days from one to another.</summary>
/// <param name="Year">The year.</param>
/// <param name="Figures">By code; none is all.</param>
/// <param name="From">First day, as entries are dated.</param>
/// <param name="To">Last day.</param>
public sealed record PackSelection(int Year, IReadOnlyList<FigureDefinition> Figures, DateOnly From, DateOnly To)
{
    public static (PackSelection? Selection, IReadOnlyList<Problem> Problems) Of(int year, string? figures, string? from, string? to)
    {
        if (year is < 2000 or > 2100)
            return (null, [new("year", "年度应在 2000 到 2100 之间", "The year must lie between 2000 and 2100")]);
        var problems = new List<Problem>();
        var codes = (figures ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        var found = codes.Select(Catalogue.FindFigure).OfType<FigureDefinition>().ToList();
        problems.AddRange(codes.Where(c => Catalogue.FindFigure(c) is null).Take(20).Select(c => new Problem("figures", $"没有代码为“{c}”的指标", $"There is no figure with the code '{c}'")));
        var first = Day(from, "from", new DateOnly(year, 1, 1), year, problems);
        var last = Day(to, "to", new DateOnly(year, 12, 31), year, problems);
        if (problems.Count == 0 && last < first)
            problems.Add(new("to", "止日不能早于起日", "The last day must not lie before the first"));
        return problems.Count > 0 ? (null, problems) : (new(year, found, first, last), []);
    }

    public bool Takes(IndexedEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var activity = entry.Entry.Activity;
        return activity.OccurredOn >= From && activity.OccurredOn <= To
            && (Figures.Count == 0 || (activity.Role != Role.Participant && activity.Lines().Any(line => Figures.Any(f => f.Code == line.Figure))));
    }

    private static DateOnly Day(string? sent, string path, DateOnly otherwise, int year, List<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(sent))
            return otherwise;
        if (DateOnly.TryParseExact(sent.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year == year)
            return day;
        problems.Add(new(path, $"应为 {year} 年内的日期，写作 {year}-05-31", $"Must be a day of {year}, written {year}-05-31"));
        return otherwise;
    }
}
