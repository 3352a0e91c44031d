using CsCheck;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Tests.Kinds;

namespace Ledger.Domain.Tests.Entries;

/// <summary>Two entries that may be one activity, and two that are not.</summary>
public sealed class AlikeTests
{
    private static readonly DateOnly Day = new(2023, 5, 4);

    [Fact]
    public void the_same_again_is_alike() => Assert.True(Alike.Are(Outreach(), Outreach()));

    [Fact]
    public void numbers_do_not_tell_apart() => Assert.True(Alike.Are(Outreach() with { Leaflets = new Count(300) }, Outreach() with { Leaflets = new Count(320) }));

    [Fact]
    public void a_title_with_more_words_is_the_same_title() =>
        Assert.True(Alike.Are(Outreach() with { Title = "送法下乡" }, Outreach() with { Title = "“送法下乡”活动" }));

    [Theory]
    [InlineData(0, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void the_day_may_be_misremembered_by_three(int later, bool alike) =>
        Assert.Equal(alike, Alike.Are(Outreach(), Outreach() with { OccurredOn = Day.AddDays(later) }));

    [Fact]
    public void another_village_is_another_activity() =>
        Assert.False(Alike.Are(Outreach(), Outreach() with { Places = ["王庄村"] }));

    [Fact]
    public void another_title_is_another_activity() =>
        Assert.False(Alike.Are(Service() with { Title = "审查厂房租赁合同" }, Service() with { Title = "审查招商引资协议" }));

    [Fact]
    public void another_day_needs_more_than_one_thing_in_common() =>
        Assert.False(Alike.Are(new CollectiveDecisionMade { OccurredOn = Day, Items = 2 }, new CollectiveDecisionMade { OccurredOn = Day.AddDays(1), Items = 2 }));

    [Fact]
    public void another_kind_is_another_activity() => Assert.False(Alike.Are(Outreach(), Service()));

    /// <summary>How it is filed says nothing about what was done.</summary>
    public static TheoryData<Activity> FiledOtherwise => [.. (Activity[])[
        Outreach() with { Summary = "一" }, Outreach() with { Department = "办公室" }, Outreach() with { Role = Role.CoHost }, Outreach() with { Openness = Openness.Public },
        Outreach() with { LateReason = "补录" }, Outreach() with { Laws = ["民法典"] }, Outreach() with { Campaign = "宪法宣传周" }, Outreach() with { PlanItem = "甲" }, Outreach() with { Shortcoming = "乙" }]];

    [Theory]
    [MemberData(nameof(FiledOtherwise))]
    public void what_is_only_filed_otherwise_is_alike(Activity other)
    {
        var filed = Outreach() with { Summary = "二", Department = "综合科", LateReason = "漏登", Laws = ["宪法"], Campaign = "民法典宣传月", PlanItem = "丙", Shortcoming = "丁" };
        Assert.True(Alike.Are(filed, other));
    }

    [Fact]
    public void what_is_alike_has_the_same_codes()
    {
        var alike = 0;
        foreach (var kind in Catalogue.Kinds)
        {
            Gen.Select(ActivityGen.Of(kind), ActivityGen.Of(kind)).Sample((one, other) =>
            {
                var sameDay = other with { OccurredOn = one.OccurredOn };
                if (!Alike.Are(one, sameDay))
                    return;
                Interlocked.Increment(ref alike);
                Assert.Equal(Alike.CodesOf(one), Alike.CodesOf(sameDay));
            }, iter: 300);
        }

        Assert.True(alike > 100, $"only {alike} pairs were alike");
    }

    [Fact]
    public void only_codes_that_every_entry_of_the_kind_has_are_compared() =>
        Assert.Equal(new Dictionary<string, string> { ["service"] = "contract-review" }, Alike.CodesOf(Service()));

    private static LawOutreachHeld Outreach() => new() { OccurredOn = Day, Scene = OutreachScene.Village, Places = ["李庄村"] };

    private static LegalServiceProvided Service() => new() { OccurredOn = Day, Service = LegalServiceType.ContractReview, Adviser = "法律顾问A律师" };
}
