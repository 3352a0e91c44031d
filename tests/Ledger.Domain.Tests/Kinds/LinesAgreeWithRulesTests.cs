using System.Text.Json;
using CsCheck;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;

namespace Ledger.Domain.Tests.Kinds;

/// <summary>Every figure is stated twice, as a rule and as lines. Whatever is logged, both add up to the same cells.</summary>
public sealed class LinesAgreeWithRulesTests
{
    public static TheoryData<string> Codes => [.. Catalogue.Kinds.Select(k => k.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void the_lines_of_a_kind_add_up_to_what_its_rules_say(string code)
    {
        var kind = Catalogue.FindKind(code)!;
        ActivityGen.Of(kind).Sample(activity =>
        {
            var stored = JsonSerializer.SerializeToElement(activity, kind.EventType, LedgerJson.Options);
            Assert.Equal(Added(RuleInterpreter.CellsOf(kind, stored)), Added(Cell.Of(activity)));
        }, iter: 300);
    }

    public static TheoryData<string> StepCodes => [.. MatterCatalogue.Steps.Select(s => s.FullCode)];

    [Theory, MemberData(nameof(StepCodes))]
    public void the_lines_of_a_step_add_up_to_what_the_rules_of_its_matter_say(string code)
    {
        var step = MatterCatalogue.Steps.Single(s => s.FullCode == code);
        var figures = MatterCatalogue.Find(step.Matter)!.Figures.Where(f => f.Steps.Contains(step.Code)).ToList();
        ActivityGen.Of(step).Sample(taken =>
        {
            var stored = JsonSerializer.SerializeToElement(taken, step.EventType, LedgerJson.Options);
            Assert.Equal(Added(RuleInterpreter.CellsOf(figures, stored)), Added(Cell.Of(taken)));
            var read = (MatterStep)stored.Deserialize(step.EventType, LedgerJson.Options)!;
            Assert.Equal(((ICounted)taken).Year, ((ICounted)read).Year);
        }, iter: 100);
    }

    [Theory, MemberData(nameof(Codes))]
    public void an_activity_survives_being_stored(string code)
    {
        var kind = Catalogue.FindKind(code)!;
        ActivityGen.Of(kind).Sample(activity =>
        {
            var stored = JsonSerializer.Serialize(activity, kind.EventType, LedgerJson.Options);
            var read = JsonSerializer.Deserialize(stored, kind.EventType, LedgerJson.Options);
            return JsonSerializer.Serialize(read, kind.EventType, LedgerJson.Options) == stored;
        }, iter: 100);
    }

    private static List<string> Added(IEnumerable<(string Cell, Tally Tally)> cells) =>
        [.. cells.GroupBy(c => c.Cell, c => c.Tally)
            .Select(g => (g.Key, Tally: g.Aggregate(Tally.Add)))
            .OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => $"{c.Key} = {c.Tally.Sum:0.##} of {c.Tally.Entries}, {c.Tally.Inexact} inexact")];
}
