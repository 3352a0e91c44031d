using JasperFx.Events;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Tests.Entries;

/// <summary>What an entry says after each thing that may happen to it.</summary>
public sealed class EntryLifeTests
{
    private static readonly Guid Stream = new("01890a5d-ac96-774b-bcce-b302099a8057");

    private static readonly LawOutreachHeld Outreach = new()
    {
        OccurredOn = new(2023, 5, 4),
        Scene = OutreachScene.Village,
        JointUnits = [new() { Unit = "b", Role = JointRole.CoHost }, new() { Unit = "c", Role = JointRole.Participant }],
    };

    [Fact]
    public void it_begins_as_it_was_logged_and_late_by_the_days_that_passed_in_china()
    {
        var entry = Logged();
        Assert.Equal((Stream, Outreach, EntryStatus.Recorded, 1), (entry.Id, entry.Activity, entry.Status, entry.Version));
        // 17:00 in Greenwich on the fifth is the sixth in China.
        Assert.Equal((new DateTimeOffset(2023, 5, 5, 17, 0, 0, TimeSpan.Zero), "张三", 2), (entry.RecordedAt, entry.RecordedBy, entry.LateDays));
        Assert.Equal(0, entry.Corrections);
    }

    [Fact]
    public void a_correction_takes_back_what_was_said_and_says_it_anew()
    {
        var anew = Outreach with { OccurredOn = new(2023, 5, 3) };
        var events = Logged().Correct(anew, ReversalReason.WrongDate, "记错一天");
        Assert.Equal([new EntryReversed(Outreach, ReversalReason.WrongDate, "记错一天"), anew], events);
        var entry = After([new EntryConfirmed(null), .. events]);
        Assert.Equal((anew, EntryStatus.Recorded, 1, 4), (entry.Activity, entry.Status, entry.Corrections, entry.Version));
        // Who logged it, when, and how late stay as they were.
        Assert.Equal(("张三", 2), (entry.RecordedBy, entry.LateDays));
    }

    [Fact]
    public void a_void_entry_keeps_what_it_said_and_counts_no_more()
    {
        var entry = After(Logged().Void(ReversalReason.NotHappened, "未举行"));
        Assert.Equal((Outreach, EntryStatus.Void, false), (entry.Activity, entry.Status, entry.Stands));
    }

    [Fact]
    public void a_reviewer_confirms_it_or_sends_it_back_and_it_counts_either_way()
    {
        Assert.Equal((EntryStatus.Confirmed, true), Told(After(new EntryConfirmed("好"))));
        Assert.Equal((EntryStatus.Returned, true), Told(After(new EntryReturned("缺签到表"))));
        Assert.Equal((EntryStatus.Recorded, true), Told(Logged()));
    }

    [Fact]
    public void a_duplicate_counts_no_more_until_it_is_parted_again()
    {
        var other = Guid.CreateVersion7();
        var merged = After(Logged().Merge(other, "重复"));
        Assert.Equal((EntryStatus.Merged, false), Told(merged));
        Assert.Equal(other, merged.MergedInto);
        Assert.Equal(new EntryMerged(other, Outreach, "重复"), Logged().Merge(other, "重复"));
        Assert.Equal(new EntryParted(Outreach, "并错了"), merged.Part("并错了"));
        var parted = After(Logged().Merge(other, "重复"), merged.Part("并错了"));
        Assert.Equal((EntryStatus.Recorded, true), Told(parted));
        Assert.Null(parted.MergedInto);
    }

    [Fact]
    public void evidence_is_kept_in_its_order()
    {
        EvidenceAttached[] files = [new("00", "签到表.pdf", "application/pdf", 1), new("01", "照片.jpg", "image/jpeg", 2)];
        Assert.Equal(files, After([.. files]).Evidence);
    }

    [Fact]
    public void a_unit_that_declines_is_named_no_more_and_one_that_takes_it_back_is_again()
    {
        var declined = Logged().Decline("b", "未参与")!;
        Assert.Equal("b", Assert.Single(declined.Activity.JointUnits!).Unit);
        var without = After(declined);
        Assert.Equal("c", Assert.Single(without.Activity.JointUnits!).Unit);
        Assert.Equal("b", Assert.Single(without.Declined).Unit);
        var accepted = without.Accept("b", "参与了")!;
        Assert.Equal("b", Assert.Single(accepted.Activity.JointUnits!).Unit);
        var with = After(declined, accepted);
        Assert.Equal(["c", "b"], with.Activity.JointUnits!.Select(u => u.Unit));
        Assert.Empty(with.Declined);
    }

    [Fact]
    public void the_last_unit_to_decline_leaves_the_activity_the_host_s_alone()
    {
        var alone = After(Logged().Decline("b", "未参与")!, After(Logged().Decline("b", "未参与")!).Decline("c", "未参与")!);
        Assert.Null(alone.Activity.JointUnits);
        Assert.Equal(["b", "c"], alone.Declined.Select(u => u.Unit));
        Assert.Equal(["c"], alone.Evolve(Happened(alone.Accept("c", "参与了")!)).Activity.JointUnits!.Select(u => u.Unit));
    }

    [Fact]
    public void only_a_unit_that_is_named_can_decline_and_only_one_that_declined_can_accept()
    {
        Assert.Null(Logged().Decline("d", "未参与"));
        Assert.Null(Logged().Accept("b", "参与了"));
        Assert.Null((Logged() with { Activity = Outreach with { JointUnits = null } }).Decline("b", "未参与"));
    }

    [Fact]
    public void what_says_nothing_of_an_entry_is_counted_as_a_version_all_the_same() =>
        Assert.Equal(Logged() with { Version = 2 }, After("anything"));

    private static (EntryStatus Status, bool Stands) Told(Entry entry) => (entry.Status, entry.Stands);

    private static Entry Logged() => After();

    private static Entry After(params IEnumerable<object> happened) => happened.Prepend(Outreach).Aggregate(new Entry(), (entry, data) => entry.Evolve(Happened(data)));

    private static IEvent Happened(object data)
    {
        var e = (IEvent)Activator.CreateInstance(typeof(Event<>).MakeGenericType(data.GetType()), data)!;
        (e.StreamId, e.Timestamp, e.UserName) = (Stream, new DateTimeOffset(2023, 5, 5, 17, 0, 0, TimeSpan.Zero), "张三");
        return e;
    }
}
