using CsCheck;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Tests.Matters;

namespace Ledger.Domain.Tests.Figures;

/// <summary>Whatever happens to whatever entries, the projection's fold and the offline fold of the same events agree.</summary>
public sealed class YearBookAndOfflineFoldTests
{
    private static readonly Gen<IReadOnlyList<object>[]> Stories =
        Gen.Frequency<IReadOnlyList<object>>((3, EntryStory.OfAnyKind), (1, MatterStory.OfAnyKind)).Array[0, 12];

    [Fact]
    public Task both_folds_find_the_same_cells() => Stories.SampleAsync(async stories =>
    {
        var events = stories.SelectMany(s => s).ToList();
        Assert.Equal(Text(EntryStory.Books(events)), Text(await Folded(events)));
    }, iter: 400);

    [Fact]
    public Task the_order_across_streams_does_not_matter() =>
        Gen.Select(Stories, Gen.Int[0, int.MaxValue - 1]).SampleAsync(async (stories, seed) =>
        {
            var events = stories.SelectMany(s => s).ToList();
            var shuffled = Shuffled(stories, seed);
            Assert.Equal(Text(EntryStory.Books(events)), Text(EntryStory.Books(shuffled)));
            Assert.Equal(Text(EntryStory.Books(events)), Text(await Folded(shuffled)));
        }, iter: 200);

    [Fact]
    public Task what_was_logged_and_voided_leaves_nothing() => EntryStory.OfAnyKind.SampleAsync(async story =>
    {
        var (said, last) = (story.ToList(), story[^1]);
        if (last is Activity standing)
            said.Add(new EntryReversed(standing, ReversalReason.Duplicate, "重复"));
        Assert.Empty(Text(EntryStory.Books(said)));
        Assert.Empty(Text(await Folded(said)));
    }, iter: 400);

    private static async Task<Dictionary<int, YearBook>> Folded(IEnumerable<object> events)
    {
        var fold = await ExportText.FoldAsync(ExportText.Closed(
            events.Select((e, i) => ExportText.Event(i + 1, e)).Prepend(ExportText.HeadOfCatalogue("u"))));
        return fold.Units["u"].ToDictionary(y => y.Key, y => YearBook.Empty(y.Key) with
        {
            Cells = [.. y.Value.Cells.Select(c => KeyValuePair.Create(c.Key, new Tally(c.Value.Sum, c.Value.Entries, c.Value.Inexact)))],
        });
    }

    /// <summary>Streams interleaved at random, each in its own order.</summary>
    private static List<object> Shuffled(IReadOnlyList<object>[] stories, int seed)
    {
#pragma warning disable CA5394 // the seed comes from the generator, so that a failure can be shown again
        var random = new Random(seed);
        return [.. stories
            .SelectMany(s => s.Zip(s.Select(_ => random.NextDouble()).Order()))
            .OrderBy(e => e.Second)
            .Select(e => e.First)];
#pragma warning restore CA5394
    }

    private static List<string> Text(Dictionary<int, YearBook> books) =>
        [.. books.SelectMany(b => b.Value.Cells.Select(c => $"{b.Key} {c.Key} = {c.Value.Sum:0.##} of {c.Value.Entries}, {c.Value.Inexact} inexact"))
            .Order(StringComparer.Ordinal)];
}
