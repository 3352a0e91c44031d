using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Hints;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Tests.Hints;

public sealed class HintRulesTests
{
    [Fact]
    public void two_on_one_day_that_nothing_tells_apart_are_pointed_out_once()
    {
        var hint = Assert.Single(HintRules.Of([Study(1, 20), Study(1, 21)], [], staff: null));
        Assert.Equal(HintKind.Alike, hint.Kind);
        Assert.Equal(2, hint.Entries.Count);
    }

    [Fact]
    public void what_differs_in_words_is_no_duplicate() =>
        Assert.Empty(HintRules.Of([Study(1, 20, "中心组学习"), Study(1, 20, "旁听庭审")], [], null));

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, true)]
    [InlineData(199, false)]
    public void more_than_ten_medians_are_out_of_proportion(int attended, bool pointedOut)
    {
        // The values are 10, 15, 19, 20, 25 and the one asked about: the median of six is the fourth.
        List<EntryCard> entries = [.. new[] { 10, 15, 19, 20, 25, attended }.Select((n, i) => Study(i + 1, n, $"第{(char)('甲' + i)}次"))];
        var limit = HintRules.Medians * 20;
        Assert.Equal(pointedOut && attended > limit, HintRules.Of(entries, [], null).Any(h => h.Kind == HintKind.Outlier));
    }

    [Fact]
    public void last_years_values_make_the_median_of_a_new_year() =>
        Assert.Equal(HintKind.Outlier, Assert.Single(HintRules.Of([Study(1, 500)], [.. Enumerable.Range(1, 6).Select(i => Study(i, 20, year: 2024))], null)).Kind);

    [Fact]
    public void nobody_attends_beyond_the_units_own_people()
    {
        var hint = Assert.Single(HintRules.Of([Study(1, 43)], [], staff: 42));
        Assert.Equal(HintKind.AboveStaff, hint.Kind);
        Assert.Empty(HintRules.Of([Study(1, 42)], [], staff: 42));
    }

    [Fact]
    public void many_on_one_day_name_all_of_them()
    {
        List<EntryCard> day = [.. Enumerable.Range(0, HintRules.ManyOnADay + 1).Select(i => Study(9, 20, $"内容{(char)('甲' + i)}"))];
        Assert.Equal(day.Count, Assert.Single(HintRules.Of(day, [], null), h => h.Kind == HintKind.ManyOnOneDay).Entries.Count);
        Assert.Empty(HintRules.Of(day[1..], [], null));
    }

    [Fact]
    public void none_after_five_or_more_last_year_is_asked_about_unless_it_is_confirmed()
    {
        var before = Enumerable.Range(1, HintRules.SomeLastYear).Aggregate(YearBook.Empty(2024), (book, i) => book.Add(Service(2024, i)));
        var hint = Assert.Single(HintRules.Of(YearBook.Empty(2025), before, enforcement: false));
        Assert.Equal((HintKind.ZeroAfterSome, "legal-service"), (hint.Kind, hint.Figure));
        var nil = YearBook.Empty(2025) with { NilReturns = YearBook.Empty(2025).NilReturns.Add("legal-service", new(2025, "legal-service", "张三", "确实没有")) };
        Assert.Empty(HintRules.Of(nil, before, false));
        Assert.Empty(HintRules.Of(YearBook.Empty(2025), Enumerable.Range(2, HintRules.SomeLastYear - 1).Aggregate(YearBook.Empty(2024), (book, i) => book.Add(Service(2024, i))), false));
    }

    private static LegalServiceProvided Service(int year, int month) => new() { OccurredOn = new(year, month, 1), Service = LegalServiceType.Consultation, Adviser = "某律师" };

    private static EntryCard Study(int day, int attended, string title = "集中学法", int year = 2025) => EntryCard.Of(new Entry
    {
        Id = Guid.CreateVersion7(),
        Activity = new LawStudyHeld { OccurredOn = new(year, 3, day), Form = LawStudyForm.Group, Attended = attended, Title = title },
    });
}
