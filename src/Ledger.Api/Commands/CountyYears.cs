using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Units;

namespace Ledger.Api.Commands;

/// <summary>What is recorded together on one stream, and when.</summary>
public sealed record CountyStep(DateTimeOffset At, string Unit, Guid Id, IReadOnlyList<object> Events, bool Begins);

/// <summary>
/// An invented county: twelve units and the years 2022 to 2024, the same on every machine. Nothing in it is about any place
/// or person; every unit's name and every entry's summary says so.
/// </summary>
public static class CountyYears
{
    public const string County = "sample-county";
    public const string Name = "样例县（虚构）";
    public const int First = 2022;
    public const int Last = 2024;
    private const string Summary = "虚构样例数据，不涉及任何真实单位和事项。";

    public static IReadOnlyList<Unit> Units { get; } =
    [
        Of("sc-politics", "样例县政法委（虚构）", "样例政法委", UnitKind.PartyOrgan, 28),
        Of("sc-publicity", "样例县宣传部（虚构）", "样例宣传部", UnitKind.PartyOrgan, 24),
        Of("sc-agriculture", "样例县农业农村局（虚构）", "样例农业局", UnitKind.Department, 66),
        Of("sc-civil", "样例县民政局（虚构）", "样例民政局", UnitKind.Department, 40),
        Of("sc-education", "样例县教育体育局（虚构）", "样例教体局", UnitKind.Department, 58),
        Of("sc-justice", "样例县司法局（虚构）", "样例司法局", UnitKind.Department, 45),
        Of("sc-market", "样例县市场监督管理局（虚构）", "样例市监局", UnitKind.Department, 120),
        Of("sc-investment", "样例县招商服务中心（虚构）", "样例招商中心", UnitKind.Institution, 32),
        Of("sc-service", "样例县政务服务中心（虚构）", "样例政务中心", UnitKind.Institution, 50),
        Of("sc-town-east", "样例县东镇人民政府（虚构）", "样例东镇", UnitKind.Township, 72),
        Of("sc-town-north", "样例县北乡人民政府（虚构）", "样例北乡", UnitKind.Township, 60),
        Of("sc-town-west", "样例县西镇人民政府（虚构）", "样例西镇", UnitKind.Township, 64),
    ];

    private static Unit Of(string code, string name, string shortName, UnitKind kind, int staff) => new()
    {
        Id = code,
        Name = name,
        ShortName = shortName,
        Addressees = ["样例县人民政府（虚构）"],
        County = County,
        Kind = kind,
        Staff = staff,
        Sample = true,
    };

    private static readonly (int Month, int Day, string Title)[] JointDays = [(4, 15, "全民国家安全教育日联合宣传"), (5, 20, "民法典宣传月联合宣传"), (12, 4, "宪法宣传周联合宣传")];

    /// <summary>The whole log in the order in which it was recorded.</summary>
    public static IReadOnlyList<CountyStep> Steps()
    {
        var steps = new List<CountyStep>();
#pragma warning disable CA5394 // the same numbers on every machine are the point
        var random = new Random(20220101);
        for (var year = First; year <= Last; year++)
        {
            // The last unit fell silent in the last year: coverage has somebody to ask.
            foreach (var unit in year == Last ? Units.SkipLast(1) : Units)
            {
                for (var month = 1; month <= 12; month++)
                {
                    for (var n = random.Next(1, 5); n > 0; n--)
                        Add(steps, random, unit, Draw(random, unit, new DateOnly(year, month, random.Next(1, 28))), joint: []);
                }
            }

            foreach (var (day, title) in JointDays.Select(d => (new DateOnly(year, d.Month, d.Day), d.Title)))
            {
                var host = Units[(year + day.Month) % 8];
                var others = Units.Where(u => u != host).OrderBy(_ => random.Next()).Take(random.Next(3, 7)).Select(u => new JointUnit { Unit = u.Id, Role = random.Next(2) == 0 ? JointRole.CoHost : JointRole.Participant });
                Add(steps, random, host, Outreach(random, day, title), [.. others]);
            }

            // Found in an old folder after the report was filed.
            Add(steps, random, Units[5], Outreach(random, new DateOnly(year, 10, 12), "送法进村") with { LateReason = "整理档案时发现漏登，补录" }, [], new DateTimeOffset(year + 1, 4, 9, 10, 0, 0, TimeSpan.FromHours(8)));
        }
#pragma warning restore CA5394
        return [.. steps.OrderBy(s => s.At).ThenBy(s => s.Id)];
    }

#pragma warning disable CA5394
    private static void Add(List<CountyStep> steps, Random random, Unit unit, Activity said, IReadOnlyList<JointUnit> joint, DateTimeOffset? recorded = null)
    {
        var activity = said with { Summary = Summary, JointUnits = joint.Count > 0 ? joint : null };
        var at = recorded ?? new DateTimeOffset(activity.OccurredOn.AddDays(random.Next(12) == 0 ? random.Next(20, 45) : random.Next(4)), new TimeOnly(9, 0), TimeSpan.FromHours(8)).AddMinutes(random.Next(480));
        var id = DeterministicId.Of($"seed/{County}/{unit.Id}/{steps.Count}");
        steps.Add(new(at, unit.Id, id, [activity], Begins: true));
        var entry = new Entry { Activity = activity };
        var later = at.AddDays(random.Next(1, 9)).AddMinutes(1);
        switch (random.Next(30))
        {
            case 0:
                steps.Add(new(later, unit.Id, id, entry.Correct(activity with { OccurredOn = activity.OccurredOn.AddDays(-1) }, ReversalReason.WrongDate, "日期记错一天，更正（虚构）"), false));
                break;
            case 1:
                steps.Add(new(later, unit.Id, id, [entry.Void(ReversalReason.NotHappened, "改期未办，作废（虚构）")], false));
                break;
            case 2 when entry.Activity.JointUnits is [var first, ..]:
                steps.Add(new(later, unit.Id, id, [entry.Decline(first.Unit, "本单位当天未派人（虚构）")!], false));
                break;
            case < 8:
                steps.Add(new(later, unit.Id, id, [new EntryConfirmed("已核对（虚构）")], false));
                break;
        }
    }

    private static Activity Draw(Random random, Unit unit, DateOnly day) => random.Next(100) switch
    {
        < 24 => new LawStudyHeld { OccurredOn = day, Title = "集中学法", Form = Any<LawStudyForm>(random), Hours = random.Next(1, 5) / 2m, Expected = unit.Staff, Attended = unit.Staff!.Value - random.Next(unit.Staff.Value / 3) },
        < 44 => new LegalServiceProvided { OccurredOn = day, Title = "法律顾问服务", Service = Any<LegalServiceType>(random), Adviser = $"顾问{"甲乙丙"[random.Next(3)]}律师", Hours = random.Next(1, 7) / 2m },
        < 62 => Outreach(random, day, "送法下乡"),
        < 72 => new RuleOfLawMeetingHeld { OccurredOn = day, Title = "法治工作会议", Level = Any<RuleOfLawMeetingLevel>(random), AgendaItems = random.Next(1, 5) },
        < 82 => new InformationDisclosed { OccurredOn = day, Title = "主动公开", Items = random.Next(1, 12) },
        < 90 => new DisputeMediated { OccurredOn = day, Title = "调解纠纷", Cases = 4, Succeeded = random.Next(5) },
        < 96 => new OnlinePublicityPublished { OccurredOn = day, Title = "公众号普法", Channel = "单位公众号", Articles = random.Next(1, 4), Reads = random.Next(200, 3000) },
        _ => new MaterialProduced { OccurredOn = day, Title = "普法折页", Copies = random.Next(100, 1500) },
    };

    private static LawOutreachHeld Outreach(Random random, DateOnly day, string title) => new()
    {
        OccurredOn = day,
        Title = title,
        Scene = Any<OutreachScene>(random),
        Audience = new Count(random.Next(30, 400), random.Next(4) == 0 ? Precision.Approximate : Precision.Exact),
        Leaflets = random.Next(50, 600),
    };

    private static T Any<T>(Random random) where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];
#pragma warning restore CA5394
}
