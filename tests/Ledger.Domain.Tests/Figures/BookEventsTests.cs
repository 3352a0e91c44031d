using JasperFx.Events;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Years;

namespace Ledger.Domain.Tests.Figures;

/// <summary>Whose book of which year an event changes, and what it leaves there.</summary>
public sealed class BookEventsTests
{
    private static readonly LawOutreachHeld Outreach = new()
    {
        OccurredOn = new(2023, 12, 31),
        Scene = OutreachScene.Village,
        JointUnits = [new() { Unit = "b", Role = JointRole.CoHost }, new() { Unit = "c", Role = JointRole.Participant }],
    };

    [Fact]
    public void the_day_of_an_activity_says_the_year_and_a_nil_return_says_its_own()
    {
        Assert.Equal(2023, YearBookEvents.YearOf(Outreach));
        Assert.Equal(2023, YearBookEvents.YearOf(new EntryReversed(Outreach, ReversalReason.Other, "误")));
        Assert.Equal(2023, YearBookEvents.YearOf(new JointDeclined(Outreach, "未参与")));
        Assert.Equal(2021, YearBookEvents.YearOf(new NilReturnConfirmed(2021, "litigations", "审核员", "没有")));
        Assert.Equal(2022, YearBookEvents.YearOf(new NilReturnWithdrawn(2022, "litigations", "补录")));
    }

    [Fact]
    public void what_counts_for_nothing_is_of_no_year()
    {
        Assert.Null(YearBookEvents.YearOf(new EntryConfirmed(null)));
        Assert.Null(YearBookEvents.YearOf(new YearReopened(2023, "补录")));
    }

    [Fact]
    public void an_activity_changes_the_books_of_its_unit_and_of_those_it_names()
    {
        Assert.Equal(["a", "b", "c"], YearBookEvents.UnitsOf(Happened(Outreach)));
        Assert.Equal(["b", "c"], YearBookEvents.UnitsOf(Happened(Outreach, "b")));
        Assert.Equal(["a"], YearBookEvents.UnitsOf(Happened(new NilReturnConfirmed(2023, "litigations", "审核员", "没有"))));
    }

    [Fact]
    public void a_unit_s_word_on_its_part_changes_its_own_book_alone()
    {
        var named = Outreach with { JointUnits = [Outreach.JointUnits![0]] };
        Assert.Equal(["b"], YearBookEvents.UnitsOf(Happened(new JointDeclined(named, "未参与"))));
        Assert.Equal(["b"], YearBookEvents.UnitsOf(Happened(new JointAccepted(named, "参与了"))));
        var book = Of("a").Apply(Happened(Outreach));
        Assert.Equal(book.Cells, book.Apply(Happened(new JointDeclined(named, "未参与"))).Cells);
    }

    [Fact]
    public void a_book_says_up_to_which_event_it_counts()
    {
        var e = Happened(Outreach);
        (e.Sequence, e.Timestamp) = (17, new DateTimeOffset(2024, 1, 1, 18, 0, 0, TimeSpan.Zero));
        var book = (Of("a") with { Events = 4 }).Apply(e);
        Assert.Equal((17L, e.Timestamp, 5), (book.Sequence, book.AsOf, book.Events));
        Assert.Equal("2024-01-02 02:00 +08:00", book.KnownAt?.ToString("yyyy-MM-dd HH:mm zzz", null));
        Assert.Null(YearBook.Empty(2023).KnownAt);
    }

    [Fact]
    public void a_co_host_counts_like_the_host_and_a_participant_in_the_split_by_role()
    {
        Assert.Equal((1m, 0m, 0), Told(Of("a").Apply(Happened(Outreach))));
        Assert.Equal((1m, 0m, 2), Told(Of("b").Apply(Happened(Outreach))));
        Assert.Equal((0m, 1m, 1), Told(Of("c").Apply(Happened(Outreach))));
        Assert.Equal((0m, 0m, 0), Told(Of("d").Apply(Happened(Outreach))));
    }

    [Fact]
    public void what_is_taken_back_is_gone_from_the_book_and_from_what_was_shared()
    {
        foreach (var unit in (string[])["a", "b", "c"])
        {
            var book = Of(unit).Apply(Happened(Outreach)).Apply(Happened(new EntryMerged(Guid.Empty, Outreach, "重复")));
            Assert.Empty(book.Cells);
            Assert.Empty(book.Shared);
            Assert.Equal(Of(unit).Apply(Happened(Outreach)).Cells, book.Apply(Happened(new EntryParted(Outreach, "撤销"))).Cells);
        }
    }

    [Fact]
    public void a_confirmed_zero_stands_until_it_is_withdrawn()
    {
        var book = Of("a").Apply(Happened(new NilReturnConfirmed(2023, "litigations", "审核员", "没有")));
        Assert.Equal("审核员", book.NilReturns["litigations"].ConfirmedBy);
        Assert.Empty(book.Apply(Happened(new NilReturnWithdrawn(2023, "litigations", "补录"))).NilReturns);
    }

    [Fact]
    public void a_book_without_a_unit_takes_in_every_event() =>
        Assert.Equal((1m, 0m, 0), Told(YearBook.Empty(2023).Apply(Happened(Outreach))));

    [Fact]
    public void a_kept_copy_is_named_by_year_and_event()
    {
        var book = Of("a") with { Sequence = 500 };
        var kept = YearBookCheckpoint.Of(book);
        Assert.Equal(("2023/500", "2023", 500L, book), (kept.Id, kept.Year, kept.Sequence, kept.Book));
        Assert.Equal("0987", YearBook.IdOf(987));
    }

    private static YearBook Of(string unit) => YearBook.Empty(2023) with { Unit = unit };

    private static (decimal Main, decimal Participation, int Shared) Told(YearBook book) =>
        (book.Cells.GetValueOrDefault("law-outreach").Sum, book.Cells.GetValueOrDefault("law-outreach|role|participant").Sum, book.Shared.Count);

    private static IEvent Happened(object data, string unit = "a")
    {
        var e = (IEvent)Activator.CreateInstance(typeof(Event<>).MakeGenericType(data.GetType()), data)!;
        e.TenantId = unit;
        return e;
    }
}
