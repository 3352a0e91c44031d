using System.Reflection;
using System.Text.Json;
using JasperFx.Events;
using Ledger.Domain.Figures;
using Ledger.Domain.Matters;

namespace Ledger.Domain.Tests.Matters;

/// <summary>What every file of a matter keeps to.</summary>
public sealed class MatterCatalogueTests
{
    /// <summary>As agreed, written by hand: whoever changes it changes addresses and stored events. → is the usual way, the rest are asides.</summary>
    private const string Contract = """
        adviser-engagement E: signed → assessed → replaced; amended, renewed, continued, expired, terminated = adviser-engagements, advisers-active
        major-decision D: listed → started → drafted → participation-opened → participation-closed → experts → risk → sent → legality → discussed → party → decided → published → archived → executed → closed; experts-waived, risk-waived, withheld, evaluated, adjusted, dropped = major-decisions, major-decision-steps-rate
        contract D: drafted → sent → reviewed → signed → filed → fulfilled; fair-competition, revised, approved, milestone, changed, breached, dispute, ended = contracts-signed, contract-review-rate
        normative-document D: planned → drafted → consulted → sent → reviewed → deliberated → issued → published → filed; fair-competition, interpreted, evaluated, amended, kept, repealed, expired = normative-documents
        shortcoming J: identified → measure → submitted → verified → closed; progress, reopened, carried-over = shortcomings-found, shortcomings-closed
        plan-item J: planned → done; adjusted, progress, partly-done, dropped, carried-over = plan-items, plan-items-done, plan-completion-rate
        campaign C: configured → opened → closed; extended =
        exam-plan B: planned → notified → held → results → closed; make-up =
        """;

    [Fact]
    public void matters_steps_and_figures_are_those_of_the_contract() => Assert.Equal(
        Contract.ReplaceLineEndings("\n"),
        string.Join('\n', MatterCatalogue.Kinds.Select(m =>
            $"{m.Code} {m.Group}: {string.Join(" → ", m.Steps.Where(s => !s.Aside).Select(s => s.Code))}; {string.Join(", ", m.Steps.Where(s => s.Aside).Select(s => s.Code))} = {string.Join(", ", m.Figures.Select(f => f.Code))}".TrimEnd())));

    [Fact]
    public void the_first_step_and_no_other_opens_a_matter() =>
        Assert.All(MatterCatalogue.Kinds, m => Assert.Equal([true, .. m.Steps.Skip(1).Select(_ => false)], m.Steps.Select(s => s.Opens)));

    [Fact]
    public void a_step_is_a_sealed_record_stored_under_its_name_in_snake_case()
    {
        Assert.All(MatterCatalogue.Steps, s => Assert.True(s.EventType.IsSealed));
        var aliases = MatterCatalogue.Steps.Select(s => s.EventType.GetEventTypeName()).ToList();
        Assert.Equal(MatterCatalogue.Steps.Select(s => JsonNamingPolicy.SnakeCaseLower.ConvertName(s.EventType.Name)), aliases);
        Assert.Distinct(aliases);
    }

    [Fact]
    public void codes_are_told_apart_and_orders_too() => Assert.All(MatterCatalogue.Kinds, m =>
    {
        Assert.Distinct(m.Steps.Select(s => s.Code));
        Assert.Distinct(m.Steps.Select(s => s.Order));
        Assert.Distinct(m.Slots.Select(s => s.Code));
        Assert.All(m.Slots, slot => Assert.NotNull(m.FindStep(slot.After)));
        Assert.All(m.Steps, s => Assert.Distinct(s.Guards.Select(g => g.Code)));
    });

    [Fact]
    public void no_step_takes_the_name_of_an_address_of_its_own() =>
        Assert.DoesNotContain(MatterCatalogue.Steps, s => s.Code is "reverse" or "evidence" or "check");

    [Fact]
    public void no_field_has_the_name_of_what_a_request_says_beside_the_step() =>
        Assert.DoesNotContain(MatterCatalogue.Steps.SelectMany(s => s.Fields.Concat(s.StatedFields)), f => f.Name is "version" or "reasons" or "kind" or "role" or "countsIn");

    [Fact]
    public void everything_people_read_is_there_in_both_languages()
    {
        Assert.All(MatterCatalogue.Kinds, m => AssertReadable(m.Name, m.EnglishName));
        Assert.All(MatterCatalogue.Steps, s => AssertReadable(s.Name, s.EnglishName));
        Assert.All(MatterCatalogue.Steps.Where(s => s.Becomes is not null), s => AssertReadable(s.Becomes!, s.EnglishBecomes));
        Assert.All(MatterCatalogue.Steps.SelectMany(s => s.Guards), g => AssertReadable(g.Message, g.EnglishMessage));
        Assert.All(MatterCatalogue.Steps.SelectMany(s => s.Fields), f => AssertReadable(f.Limits.Label, f.Limits.EnglishLabel));
        Assert.All(MatterCatalogue.Kinds.SelectMany(m => m.Slots), s => AssertReadable(s.Name, s.EnglishName));
        var enums = typeof(MatterStep).Assembly.GetTypes().Where(t => t.IsEnum && t.Namespace == typeof(MatterStep).Namespace && MatterCatalogue.Steps.Any(s => s.EventType.GetProperties().Any(p => (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == t)));
        Assert.All(enums.SelectMany(Domain.Kinds.Codes.OptionsOf), o => AssertReadable(o.Label, o.EnglishLabel));
    }

    [Fact]
    public void a_figure_is_fed_by_steps_that_there_are_and_by_no_others() => Assert.All(MatterCatalogue.Kinds, m =>
    {
        Assert.All(m.Figures, f => Assert.All(f.Steps, s => Assert.NotNull(m.FindStep(s))));
        Assert.All(m.Figures, f => Assert.NotEmpty(f.Steps));
    });

    [Fact]
    public void every_figure_says_how_it_is_counted() => Assert.All(MatterCatalogue.Figures, f =>
    {
        var rule = RuleText.Of(f);
        Assert.DoesNotContain(rule.Text, c => c is >= 'a' and <= 'z');
        Assert.NotEmpty(rule.EnglishText);
    });

    [Fact]
    public void every_stored_member_of_a_step_has_a_label() =>
        Assert.All(MatterCatalogue.Steps, s => Assert.All(
            s.EventType.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.Name != nameof(MatterStep.Reasons)),
            p => Assert.NotNull(p.GetCustomAttribute<Domain.Kinds.FieldAttribute>())));

    private static void AssertReadable(string chinese, string english)
    {
        Assert.NotEmpty(chinese);
        Assert.NotEmpty(english);
        Assert.DoesNotContain(english, c => c > '\u2fff');
    }
}
