using System.Text.Json.Nodes;
using Ledger.Domain.Calendars;

namespace Ledger.Domain.Tests.Calendars;

/// <summary>The rules as data: complete, each judged by its own days, and refused where they lead nowhere.</summary>
public sealed class RuleBookTests
{
    private static readonly RuleBook Book = ShippedCalendar.Calendar.Rules;

    [Fact]
    public void every_rule_of_the_calendar_is_there() => Assert.Equal(
        "R-ADV-1 R-ARC-1 R-CON-1 R-CON-2 R-DEC-1 R-DEC-2 R-DEC-3 R-DEC-4 R-DEC-5 R-DUT-1 R-FCR-1 R-INF-1 R-INF-2 R-INF-3 R-LIT-1 R-LIT-2 R-LIT-3 "
        + "R-NOR-1 R-NOR-2 R-NOR-3 R-PEN-1 R-PUB-1 R-PUB-2 R-RPT-1 R-RPT-2 R-RPT-3 R-RPT-4 R-RPT-5 R-SEC-1 R-STU-1 R-STU-2 R-STU-3",
        string.Join(' ', Book.Rules.Select(r => r.Id).Distinct().Order(StringComparer.Ordinal)));

    [Fact]
    public void every_rule_says_on_what_basis_and_what_is_not_verified_says_so()
    {
        Assert.All(Book.Rules, r => Assert.True(r.Basis.Length > 4 && r.Text.Length > 6 && r.English.Length > 10 && r.Trigger.English.Length > 3, r.Id));
        Assert.All(Book.Rules.Where(r => r.Basis.Contains("待核", StringComparison.Ordinal) || r.Basis.Contains("惯例", StringComparison.Ordinal)), r => Assert.False(r.Verified, r.Id));
    }

    [Theory]
    // Ten days became ten working days when the law of 2023 came into force.
    [InlineData("R-LIT-1", "2023-12-31", "2017年修正")]
    [InlineData("R-LIT-1", "2024-01-01", "2023年修订")]
    [InlineData("R-PUB-2", "2025-10-31", "2017年")]
    [InlineData("R-PUB-2", "2025-11-01", "法治宣传教育法")]
    [InlineData("R-STU-1", "2025-12-31", "2021—2025年）》")]
    [InlineData("R-STU-1", "2026-01-01", "已期满")]
    [InlineData("R-FCR-1", "2024-08-01", "第783号")]
    [InlineData("R-FCR-1", "2024-07-31", null)]
    [InlineData("R-SEC-1", "2025-12-31", "2016年")]
    [InlineData("R-SEC-1", "2026-01-01", "2025年修正")]
    public void a_day_is_judged_by_the_version_in_force_on_it(string id, string day, string? basis)
    {
        var rule = Book.At(id, DateOnly.ParseExact(day, "yyyy-MM-dd", null));
        Assert.True(basis is null ? rule is null : rule!.Basis.Contains(basis, StringComparison.Ordinal), rule?.Basis);
    }

    [Fact]
    public void on_no_day_are_two_versions_of_a_rule_in_force()
    {
        foreach (var day in Book.Rules.SelectMany(r => new[] { r.From, r.To ?? r.From }))
            Assert.Equal(Book.InForce(day).Count(), Book.InForce(day).Select(r => r.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("$[0].id", "id", "\"RPT 1\"")]
    [InlineData("$[0].basis", "basis", "\" \"")]
    [InlineData("$[0].to", "to", "\"2000-01-01\"")]
    [InlineData("$[0].due", "due", "[]")]
    [InlineData("$[0].due[0]", "due", """[{"day":"02-30"}]""")]
    [InlineData("$[0].due[0]", "due", """[{"day":"03-01","fromYear":1}]""")]
    [InlineData("$[0].remind", "remind", "[0]")]
    [InlineData("$[0].nil", "nil", "\"banquets\"")]
    [InlineData("$[0].period", "period", """{"limit":"within"}""")]
    [InlineData("$[0].period", "period", """{"limit":"within","days":3,"workingDays":3}""")]
    [InlineData("$[0].period", "period", """{"limit":"within","days":3000}""")]
    [InlineData("$[0].trigger.campaign", "trigger", """{"on":"campaign","text":"周","english":"week"}""")]
    [InlineData("$[0].trigger.step", "trigger", """{"on":"matter","text":"步","english":"step"}""")]
    [InlineData("$[0].satisfiedBy[0][0]", "satisfiedBy", """[[{"text":"无","english":"none"}]]""")]
    [InlineData("$[0].satisfiedBy[0][0]", "satisfiedBy", """[[{"text":"两样","english":"two","figure":"law-exams","edition":true}]]""")]
    [InlineData("$[0].satisfiedBy[0][0].figure", "satisfiedBy", """[[{"text":"宴请","english":"banquet","figure":"banquets"}]]""")]
    [InlineData("$[0].satisfiedBy[0][0].entry", "satisfiedBy", """[[{"text":"宴请","english":"banquet","entry":"banquet"}]]""")]
    [InlineData("$[0].satisfiedBy[0][0].where.to", "satisfiedBy", """[[{"text":"报送","english":"sent","entry":"upward-report","where":{"to":"nobody"}}]]""")]
    [InlineData("$[0].satisfiedBy[0][0].where.form", "satisfiedBy", """[[{"text":"报送","english":"sent","entry":"upward-report","where":{"form":"party"}}]]""")]
    public void what_leads_nowhere_is_refused_with_place_and_reason(string place, string member, string value)
    {
        var rules = JsonNode.Parse(ShippedCalendar.RulesJson)!.AsArray();
        rules[0]![member] = JsonNode.Parse(value);
        var refused = Assert.Throws<CalendarDataException>(() => RuleBook.Parse("rules.json", rules.ToJsonString()));
        var problem = Assert.Single(refused.Problems);
        Assert.Equal(place, problem.Path);
        Assert.NotEmpty(problem.EnglishMessage);
    }

    [Fact]
    public void versions_that_overlap_are_refused()
    {
        var rules = JsonNode.Parse(ShippedCalendar.RulesJson)!.AsArray();
        rules.Add(rules[0]!.DeepClone());
        Assert.Equal($"$[{rules.Count - 1}].from", Assert.Single(Assert.Throws<CalendarDataException>(() => RuleBook.Parse("rules.json", rules.ToJsonString())).Problems).Path);
    }

    [Theory]
    [InlineData("""{"severity":"urgent"}""")]
    [InlineData("""{"verified":"yes"}""")]
    [InlineData("""{"seen":1}""")]
    [InlineData("""{"text":null}""")]
    [InlineData("""{"from":"last year"}""")]
    public void what_is_of_the_wrong_form_is_refused(string change)
    {
        var rules = JsonNode.Parse(ShippedCalendar.RulesJson)!.AsArray();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            rules[1]![name] = value?.DeepClone();
        Assert.StartsWith("$[1]", Assert.Throws<CalendarDataException>(() => RuleBook.Parse("rules.json", rules.ToJsonString())).Problems[0].Path, StringComparison.Ordinal);
    }
}
