using Ledger.Documents;
using Ledger.Domain.Kinds;
using Ledger.Domain.Reports;

namespace Ledger.Api.Reports;

/// <summary>The year at a glance, drawn from the entries the index lists: on which days something was done, and of what group.</summary>
public static class EntryCharts
{
    public static Annex Of(IReadOnlyList<IndexedEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var activities = entries.Select(e => e.Entry.Activity).ToList();
        return new Annex("年度工作图示", activities.Count == 0 ? [new Paragraph("没有可列示的登记。")] : [Days(activities), Groups(activities)]);
    }

    private static CalendarChart Days(List<Activity> activities) => new()
    {
        Caption = "图1 全年工作分布",
        Unit = "条",
        Year = activities[0].OccurredOn.Year,
        Counts = activities.CountBy(a => a.OccurredOn).ToDictionary(),
    };

    private static ColumnChart Groups(List<Activity> activities)
    {
        var counts = activities.CountBy(a => Catalogue.KindOf(a).Group).ToDictionary();
        var groups = counts.Keys.Order().ToList();
        return new ColumnChart
        {
            Caption = "图2 各类工作登记条数",
            Unit = "条",
            CategoryName = "类别",
            Categories = [.. groups.Select(group => Codes.LabelOf(group))],
            Series = [new ChartSeries("登记条数", [.. groups.Select(group => (decimal?)counts[group])])],
        };
    }
}
