using System.Reflection;
using Ledger.Domain.Erasures;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Tests.Architecture;

/// <summary>What is personal is declared once, beside the field, and nothing is forgotten.</summary>
public sealed class PersonalDataTests
{
    [Fact]
    public void every_text_of_every_event_says_whether_it_is_personal() =>
        Assert.All(EventTypes.All.SelectMany(PersonalMembers.TextsOf), t =>
            Assert.True(t.Property.IsDefined(typeof(HoldsAttribute)), $"{t.Property.DeclaringType!.Name}.{t.Property.Name} has no [Holds]"));

    [Theory]
    [InlineData("legal_service_provided", "/adviser", null, Personal.Name)]
    [InlineData("legal_service_provided", "/summary", null, Personal.Text)]
    [InlineData("legal_service_provided", "/service", null, Personal.Nothing)]
    [InlineData("entry_reversed", "/activity/adviser", "legal-service", Personal.Name)]
    [InlineData("entry_reversed", "/activity/adviser", "law-study", Personal.Nothing)]
    [InlineData("matter_step_reversed", "/step/advisers", "adviser-engagement/signed", Personal.Name)]
    [InlineData("contract_signed", "/reasons/fair-competition", null, Personal.Text)]
    [InlineData("evidence_attached", "/fileName", null, Personal.Text)]
    [InlineData("evidence_attached", "/sha256", null, Personal.Nothing)]
    [InlineData("other_work_done", "/counters", null, Personal.Nothing)]
    [InlineData("anything_at_all", "by", null, Personal.Name)]
    [InlineData("anything_at_all", "/adviser", null, Personal.Nothing)]
    public void a_member_is_found_by_its_event_and_path(string type, string path, string? kind, Personal holds) =>
        Assert.Equal(holds, PersonalMembers.Find(type, path, kind));

    [Fact]
    public void no_figure_is_counted_by_what_may_be_erased_but_by_names_that_are_told_apart() =>
        Assert.All(StatedRules.FiguresOf(Domain.Rules.RuleBook.Unchanged), figure =>
        {
            var rule = figure.Rule;
            var type = StatedRules.Kinds.First(k => k.Code == figure.Kind).Event;
            var ofMatter = figure.Kind.Contains('/', StringComparison.Ordinal);
            // An activity may be joint: its names are told apart in the books of other units too, which an erasure does not reach.
            string?[] fields = [rule.By, rule.WhenField, rule.Denominator, .. rule.Measure == Measure.Distinct && ofMatter ? [] : (rule.Field ?? "").Split('+')];
            Assert.All(fields.OfType<string>(), f => Assert.Equal(Personal.Nothing, PersonalMembers.Find(type, $"/{f}", null)));
        });

    [Fact]
    public void an_order_to_erase_holds_nothing_that_would_have_to_be_erased_itself() =>
        Assert.All(PersonalMembers.TextsOf(typeof(PersonalDataErased)), t => Assert.Equal(Personal.Nothing, t.Property.GetCustomAttribute<HoldsAttribute>()!.What));
}
