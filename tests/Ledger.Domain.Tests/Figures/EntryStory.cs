using CsCheck;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Tests.Kinds;

namespace Ledger.Domain.Tests.Figures;

/// <summary>What may happen to one entry: logged, corrected a few times, in the end perhaps voided. The events of its stream.</summary>
internal static class EntryStory
{
    public static Gen<IReadOnlyList<object>> Of(KindDefinition kind) =>
        Gen.Select(ActivityGen.Of(kind).Array[1, 4], Gen.Bool, (said, voided) =>
        {
            var events = new List<object> { said[0] };
            for (var i = 1; i < said.Length; i++)
                events.AddRange([new EntryReversed(said[i - 1], ReversalReason.WrongField, "更正"), said[i]]);
            if (voided)
                events.Add(new EntryReversed(said[^1], ReversalReason.NotHappened, "作废"));
            return (IReadOnlyList<object>)events;
        });

    public static Gen<IReadOnlyList<object>> OfAnyKind { get; } =
        Gen.OneOf<IReadOnlyList<object>>([.. Catalogue.Kinds.Select(Of)]);

    /// <summary>What the projection makes of the events: the books by year.</summary>
    public static Dictionary<int, YearBook> Books(IEnumerable<object> events)
    {
        var books = new Dictionary<int, YearBook>();
        foreach (var e in events)
        {
            if (YearBookEvents.YearOf(e) is not { } year)
                continue;
            books[year] = (books.GetValueOrDefault(year) ?? YearBook.Empty(year)).Apply(e);
        }

        return books;
    }
}
