using System.Text.Json;
using JasperFx.Events;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Tests.Kinds;

/// <summary>Events are kept for ever: what was stored once must read the same today.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Aliases => [.. GoldenSamples.All.Keys];

    public static TheoryData<string> Files => [.. GoldenFiles.All()];

    [Theory, MemberData(nameof(Aliases))]
    public void an_event_is_stored_as_its_newest_golden_file_says(string alias)
    {
        var text = GoldenFiles.TextOf(GoldenSamples.All[alias]);
        GoldenFiles.WriteIfNew(alias, text);
        var newest = GoldenFiles.NewestOf(alias);
        Assert.True(newest is not null, $"{alias} has no golden file: LEDGER_WRITE_GOLDEN=1 dotnet run --project tests/Ledger.Domain.Tests");
        Assert.True(GoldenFiles.Read(newest) == text,
            $"{newest} differs. Stored events do not change: undo it, or, if only optional members came in, write the next version beside it " +
            $"with LEDGER_WRITE_GOLDEN=<next version>. Now it is stored as\n{text}");
    }

    [Theory, MemberData(nameof(Aliases))]
    public void the_newest_golden_file_reads_back_as_the_event(string alias)
    {
        var sample = GoldenSamples.All[alias];
        var read = GoldenFiles.Parse(GoldenFiles.Read(GoldenFiles.NewestOf(alias)!), sample.GetType());
        Assert.Equal(GoldenFiles.TextOf(sample), GoldenFiles.TextOf(read));
    }

    [Theory, MemberData(nameof(Files))]
    public void every_golden_file_ever_written_can_still_be_read(string file)
    {
        var sample = Assert.Contains(GoldenFiles.AliasOf(file), GoldenSamples.All);
        using var stored = JsonDocument.Parse(GoldenFiles.Read(file));
        using var read = JsonDocument.Parse(GoldenFiles.TextOf(GoldenFiles.Parse(GoldenFiles.Read(file), sample.GetType())));
        Assert.True(JsonElement.DeepEquals(stored.RootElement, read.RootElement), $"{file} does not read back in full");
    }

    [Fact]
    public void every_event_has_a_sample_and_so_a_golden_file() =>
        Assert.Equal(EventTypes.All.Select(t => t.GetEventTypeName()).Order(), GoldenSamples.All.Keys.Order());

    [Fact]
    public void a_sample_leaves_no_field_of_its_kind_out() =>
        Assert.All(Catalogue.Kinds, kind =>
        {
            var sample = GoldenSamples.All[kind.EventType.GetEventTypeName()];
            var stored = JsonSerializer.SerializeToElement(sample, kind.EventType, LedgerJson.Options);
            Assert.Equal(kind.Fields.Select(f => f.Name).Order(), stored.EnumerateObject().Select(m => m.Name).Order());
        });
}
