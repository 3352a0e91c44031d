using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Tests.Figures;

/// <summary>The counting rules in words, as they are printed beside the figures.</summary>
public sealed class RuleTextTests
{
    private static readonly KindDefinition Outreach = Catalogue.FindKind("law-outreach")!;
    private static readonly OutreachScene[] Scenes = [.. Enum.GetValues<OutreachScene>().Take(2)];

    [Fact]
    public void entries_are_counted_one_by_one() =>
        Says(new() { Measure = Measure.Entries, By = "scene" }, $"每登记一项“{Outreach.Name}”计1场，按场所分列", $"Entries of '{Outreach.EnglishName}' (entries, by scene)");

    [Fact]
    public void sums_name_their_fields() =>
        Says(new() { Measure = Measure.Sum, Field = "boards+banners" }, $"各项“{Outreach.Name}”的展板＋横幅之和，未填的不计", $"Sum of '{Outreach.EnglishName}' (boards+banners)");

    [Fact]
    public void different_names_are_counted_once() =>
        Says(new() { Measure = Measure.Distinct, Field = "places" }, $"各项“{Outreach.Name}”的到达村（社区、单位），同名只计一次", $"Distinct of '{Outreach.EnglishName}' (places)");

    [Fact]
    public void a_rate_names_both_its_parts() =>
        Says(new() { Measure = Measure.Rate, Field = "audience", Denominator = "leaflets" }, "受众÷发放资料，只计两者都填的登记", $"Rate of '{Outreach.EnglishName}' (audience / leaflets)");

    [Fact]
    public void a_share_says_of_which() =>
        Says(new() { Measure = Measure.Share, Field = "via" }, "渠道为“是”的登记数÷填写了该项的登记数", $"Share of '{Outreach.EnglishName}' (via)");

    [Fact]
    public void counters_are_added_by_name_and_unit() =>
        Says(new() { Measure = Measure.Counters, Field = "unheard-of" }, $"各项“{Outreach.Name}”中同名同单位计数项之和", $"Counters of '{Outreach.EnglishName}' (unheard-of)");

    [Fact]
    public void what_is_left_out_is_said()
    {
        var codes = Scenes.Select(s => Codes.Of(s)).ToList();
        var labels = Outreach.Fields.First(f => f.Name == "scene").Options.Where(o => codes.Contains(o.Code)).Select(o => o.Label).ToList();
        Says(
            new() { Measure = Measure.Entries, WhenField = "scene", WhenCodes = codes, Version = 3 },
            $"每登记一项“{Outreach.Name}”计1场，仅限场所为{labels[0]}、{labels[1]}",
            $"Entries of '{Outreach.EnglishName}' (entries, scene of {codes[0]}/{codes[1]} only)",
            3);
    }

    [Fact]
    public void participation_is_said_where_it_counts() =>
        Says(new() { Measure = Measure.Sum, Field = "banners", Participants = true }, $"各项“{Outreach.Name}”的横幅之和，未填的不计，参加的也计入", $"Sum of '{Outreach.EnglishName}' (banners, participation included)");

    [Fact]
    public void a_field_that_is_none_of_the_kind_stands_by_its_name() =>
        Says(new() { Measure = Measure.Sum, Field = "stars" }, $"各项“{Outreach.Name}”的stars之和，未填的不计", $"Sum of '{Outreach.EnglishName}' (stars)");

    private static void Says(CountingRule rule, string text, string english, int version = 1) =>
        Assert.Equal(new RuleText(version, text, english), RuleText.Of(Catalogue.FindFigure(LawOutreachHeld.Sessions.Code)! with { Unit = "场", Rule = rule }));
}
