using Ledger.Documents;
using Ledger.Domain.Calendars;
using Ledger.Domain.Kinds;
using Ledger.Domain.Units;

namespace Ledger.Api.Calendars;

/// <summary>Deadlines of a month as an official document, to be passed round the offices of the unit.</summary>
public static class SheetDocument
{
    private const string Unverified = "注：标“*”的，条文尚未与原文核对。";

    /// <summary>提示单: what falls due in the month, and what one is reminded of in it.</summary>
    public static OfficialDocument Reminder(Unit unit, DateOnly month, DateOnly on, LegalCalendar calendar, IReadOnlyList<Deadline> deadlines)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var next = month.AddMonths(1);
        var shown = deadlines.Where(d => d.State != DeadlineState.NotApplicable).ToList();
        var due = shown.Where(d => month <= d.Due && d.Due < next).ToList();
        var ahead = shown.Where(d => d.Due >= next && d.State is DeadlineState.Upcoming or DeadlineState.Later
            && d.Reminders.Any(days => d.Due.AddDays(-days) is var day && month <= day && day < next)).ToList();
        var lead = (due.Count, ahead.Count) switch
        {
            (0, 0) => $"{month.Year}年{month.Month}月没有到期或者需要提前准备的法治工作事项。",
            (0, var early) => $"{month.Year}年{month.Month}月没有到期的法治工作事项，需要提前准备的有{early}项，列表如下。请承办人员及早安排，办完及时登记。",
            (var now, 0) => $"{month.Year}年{month.Month}月到期的法治工作事项有{now}项，列表如下。请承办人员按期办理，办完及时登记。",
            var (now, early) => $"{month.Year}年{month.Month}月到期的法治工作事项有{now}项，需要提前准备的有{early}项，列表如下。请承办人员按期办理，办完及时登记。",
        };
        return Of(unit, on, Notices(calendar, month, [.. due, .. ahead]), $"{unit.Name}{month.Year}年{month.Month}月法治工作提示单", lead, due.Count + ahead.Count == 0 ? null : new Table
        {
            Columns = [new("期限", 1.5, ColumnAlignment.Center), new("事项", 4), new("依据", 3), new("目前情况", 1.7, ColumnAlignment.Center)],
            Rows = [.. Rows("本月到期", month, due), .. Rows("提前准备", month, ahead)],
            Note = Unverified,
        });
    }

    /// <summary>督办单: what is past and open, with room to write what was done about it.</summary>
    public static OfficialDocument Overdue(Unit unit, DateOnly month, DateOnly on, LegalCalendar calendar, IReadOnlyList<Deadline> deadlines)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var lead = deadlines.Count == 0
            ? $"截至{on.Year}年{on.Month}月{on.Day}日，没有已过期限而台账中未见登记的法治工作事项。"
            : $"截至{on.Year}年{on.Month}月{on.Day}日，下列{deadlines.Count}项已过期限，台账中未见登记。已经办理的，请补记；尚未办理的，请抓紧办理，并在表中写明办理情况和完成时间，办结后及时登记。";
        return Of(unit, on, Notices(calendar, month, deadlines), $"{unit.Name}{month.Year}年{month.Month}月法治工作督办单", lead, deadlines.Count == 0 ? null : new Table
        {
            Columns = [new("期限", 1.5, ColumnAlignment.Center), new("事项和依据", 4.4), new("尚缺", 2, ColumnAlignment.Center), new("办理情况", 2.4)],
            Rows = [.. deadlines.Select(d => TableRow.Of(Day(d.Due, month), $"{d.Text}（{Basis(d)}）", Missing(d), ""))],
            Note = Unverified,
        });
    }

    /// <summary>Years without an arrangement of holidays, or with one that nobody checked: the sheet's own and those its days were counted through.</summary>
    private static IReadOnlyList<Paragraph> Notices(LegalCalendar calendar, DateOnly month, IReadOnlyList<Deadline> deadlines)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return [.. calendar.OfHolidays(deadlines.SelectMany(d => d.Provisional.Append(d.Due.Year)).Append(month.Year)).Select(n => new Paragraph($"注：{n.Text}。"))];
    }

    private static OfficialDocument Of(Unit unit, DateOnly on, IReadOnlyList<Paragraph> notices, string title, string lead, Table? table) => new()
    {
        Title = title,
        TitleIssuer = unit.Name,
        Addressees = ["各承办股室"],
        Body = [new Paragraph(lead), .. table is null ? [] : (Block[])[table], .. notices],
        Signature = new Signature(unit.Name, on),
        SampleMark = unit.Sample ? "样例数据（虚构）" : null,
        Author = unit.Name,
        IssuedAt = new DateTimeOffset(on, TimeOnly.MinValue, TimeSpan.FromHours(8)),
    };

    private static IEnumerable<TableRow> Rows(string group, DateOnly month, List<Deadline> deadlines) => deadlines.Count == 0 ? [] :
    [
        new([new TableCell([new Run(group) { Strong = true }]) { ColumnSpan = 4, Alignment = ColumnAlignment.Left }]) { KeepWithNext = true },
        .. deadlines.Select(d => TableRow.Of(Day(d.Due, month), d.Text, Basis(d), Standing(d))),
    ];

    private static string Standing(Deadline deadline) => deadline.State switch
    {
        DeadlineState.Done or DeadlineState.DoneLate => Codes.LabelOf(deadline.State),
        _ => deadline.Missing.Count > 0 ? $"尚缺：{Missing(deadline)}" : "待办",
    };

    private static string Missing(Deadline deadline) => string.Join("、", deadline.Missing.Select(m => m.Text));

    private static string Basis(Deadline deadline) => deadline.Verified ? deadline.Basis : $"{deadline.Basis}*";

    /// <summary>With its year where that is not the sheet's.</summary>
    private static string Day(DateOnly day, DateOnly month) => day.Year == month.Year ? $"{day.Month}月{day.Day}日" : $"{day.Year}年{day.Month}月{day.Day}日";
}
