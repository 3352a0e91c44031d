using System.Text.Json;
using CsCheck;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

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
