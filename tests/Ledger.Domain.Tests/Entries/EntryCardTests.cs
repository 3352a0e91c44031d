using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Tests.Entries;

/// <summary>An entry as lists show it and searches find it.</summary>
public sealed class EntryCardTests
{
    private static readonly LawOutreachHeld Outreach = new() { OccurredOn = new(2023, 5, 4), Scene = OutreachScene.Village, Title = "送法下乡", Summary = "发放 ABC 手册", Leaflets = 300, Places = ["李庄村"] };

    private static readonly Entry Entry = new() { Id = Guid.CreateVersion7(), Activity = Outreach, Status = EntryStatus.Confirmed };

    [Fact]
    public void a_card_shows_what_the_entry_says()
    {
        var card = EntryCard.Of(Entry);
        Assert.Equal((Entry.Id, 2023, "law-outreach", Outreach.OccurredOn, "送法下乡", EntryStatus.Confirmed), (card.Id, card.Year, card.Kind, card.OccurredOn, card.Title, card.Status));
        Assert.Equal(Entry, card.Entry);
        Assert.Null(card.Host);
        Assert.Equal("", EntryCard.Of(Entry with { Activity = Outreach with { Title = null } }).Title);
    }

    [Fact]
    public void it_names_the_figures_it_counts_in_each_once() =>
        Assert.Equal(["law-outreach", "law-outreach-leaflets", "law-outreach-places"], EntryCard.Of(Entry with { Activity = Outreach with { Places = ["李庄村", "王庄村"] } }).Figures);

    [Fact]
    public void it_names_none_where_it_counts_in_none()
    {
        Assert.Empty(EntryCard.Of(Entry with { Status = EntryStatus.Void }).Figures);
        Assert.Empty(EntryCard.Of(Entry with { Status = EntryStatus.Merged }).Figures);
        Assert.Empty(EntryCard.Of(Entry with { Activity = Outreach with { Role = Role.Participant } }).Figures);
        Assert.NotEmpty(EntryCard.Of(Entry with { Activity = Outreach with { Role = Role.CoHost } }).Figures);
    }

    [Fact]
    public void a_joint_unit_s_card_is_the_entry_in_that_unit_s_role()
    {
        var card = EntryCard.Of(Entry, new JointUnit { Unit = "b", Role = JointRole.Participant }, "a");
        Assert.Equal(("a", Role.Participant, 0), (card.Host, card.Entry.Activity.Role, card.Figures.Length));
        Assert.Equal(Role.CoHost, EntryCard.Of(Entry, new JointUnit { Unit = "b", Role = JointRole.CoHost }, "a").Entry.Activity.Role);
    }

    [Fact]
    public void it_is_found_by_its_kind_its_texts_and_the_labels_of_its_codes_in_lower_case()
    {
        var card = EntryCard.Of(Entry);
        Assert.Equal(["普法宣传活动", "送法下乡", "发放 abc 手册", "乡村", "李庄村"], card.Text.Split('\n').Order(new InOrderOf("普法宣传活动", "送法下乡", "发放 abc 手册", "乡村", "李庄村")));
        Assert.Equal(SearchText.Grams(card.Text).Order(StringComparer.Ordinal), card.Grams.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void who_carried_it_and_whether_it_is_public_are_no_words_to_find_it_by()
    {
        var text = SearchText.Of(Outreach with { Role = Role.CoHost, Openness = Openness.Public });
        Assert.DoesNotContain("协办", text, StringComparison.Ordinal);
        Assert.DoesNotContain("公开", text, StringComparison.Ordinal);
    }

    [Fact]
    public void what_stands_in_a_group_is_found_too() =>
        Assert.Contains("走访", SearchText.Of(new OtherWorkDone { OccurredOn = new(2023, 5, 4), Category = "调研", Counters = [new() { Name = "走访", Unit = "户", Value = 7 }] }).Split('\n'));

    [Fact]
    public void what_is_said_twice_is_kept_once() =>
        Assert.Single(SearchText.Of(Outreach with { Summary = "送法下乡" }).Split('\n'), "送法下乡");

    [Fact]
    public void every_state_either_stands_or_is_gone()
    {
        Assert.Equal(["Recorded", "Confirmed", "Returned"], StandingCards.States);
        Assert.Equal(["Void", "Merged"], StandingCards.Gone);
        var cards = Enum.GetValues<EntryStatus>().Select(s => EntryCard.Of(Entry with { Status = s })).ToList();
        Assert.Equal(cards.Where(c => c.Entry.Stands), cards.AsQueryable().Standing());
        Assert.Equal(StandingCards.States, cards.AsQueryable().Standing().Select(c => c.Status.ToString()));
    }

    /// <summary>Texts in the order they are expected in, whatever order the fields have.</summary>
    private sealed class InOrderOf(params string[] texts) : IComparer<string>
    {
        public int Compare(string? x, string? y) => Array.IndexOf(texts, x).CompareTo(Array.IndexOf(texts, y));
    }
}
