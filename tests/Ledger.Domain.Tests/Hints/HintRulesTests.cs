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
        var hint = Assert.Single(HintRules.Alikes([Study(1, "集中学法"), Study(1, "集中学法（上半年）"), Study(2, "集中学法")]));
        Assert.Equal(HintKind.Alike, hint.Kind);
        Assert.Equal(2, hint.Entries.Count);
    }

    [Fact]
    public void what_differs_in_words_is_no_duplicate() =>
        Assert.Empty(HintRules.Alikes([Study(1, "中心组学习"), Study(1, "旁听庭审")]));

    [Theory]
    [InlineData(200, 20, null, null)]
    [InlineData(201, 20, null, HintKind.Outlier)]
    [InlineData(201, null, null, null)]
    [InlineData(43, null, 42, HintKind.AboveStaff)]
    [InlineData(42, null, 42, null)]
    [InlineData(43, null, null, null)]
    public void more_than_ten_medians_or_than_the_units_own_people_stand_apart(int attended, int? median, int? staff, HintKind? expected)
    {
        var field = HintRules.Numbers.Single(n => n is { Kind: "law-study", Field.Name: "attended" }).Field;
        Assert.Equal(expected, HintRules.Apart(new(Guid.CreateVersion7(), "集中学法", new(2025, 3, 1)), "law-study", field, attended, median, staff)?.Kind);
    }

    [Fact]
    public void every_kinds_fields_that_a_likeness_always_looks_at_are_always_stated() =>
        Assert.All(Catalogue.Kinds, k => Assert.All(Alike.Always(k), name => Assert.True(k.Fields.Single(f => f.Name == name).Required)));

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

    private static (HintedEntry, Traits) Study(int day, string title)
    {
        var study = new LawStudyHeld { OccurredOn = new(2025, 3, day), Form = LawStudyForm.Group, Title = title };
        return (new(Guid.CreateVersion7(), title, study.OccurredOn), Alike.TraitsOf(study));
    }
}
