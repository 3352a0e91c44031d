using System.Collections.Immutable;
using Ledger.Domain.Figures;

namespace Ledger.Domain.Tests.Figures;

/// <summary>A county's year out of its units' years.</summary>
public sealed class CountyBookTests
{
    private static readonly CountingRule Changed = new() { Measure = Measure.Entries, Version = 2 };

    [Fact]
    public void a_county_without_books_has_an_empty_one()
    {
        var county = CountyBook.Of(2023, new Dictionary<string, YearBook>());
        Assert.Equal(("2023", 0L, null), (county.Book.Id, county.Book.Sequence, county.Book.AsOf));
        Assert.Empty(county.Book.Cells);
        Assert.Empty(county.Book.Rules);
        Assert.Equal(0, county.Overlap("f"));
    }

    [Fact]
    public void it_stands_where_its_newest_unit_stands()
    {
        var county = Of(Book(7, []), Book(9, []), Book(8, [])).Book;
        Assert.Equal((9L, DateTimeOffset.UnixEpoch.AddDays(9)), (county.Sequence, county.AsOf));
        Assert.Equal(Changed, Assert.Single(county.Rules).Value);
    }

    [Fact]
    public void what_others_logged_is_taken_out_where_it_is_counted_again()
    {
        var host = Book(1, [("f", new Tally(5, 2, 1))]);
        var joint = Book(2, [("f", new Tally(3, 1, 1)), ("g", new Tally(1, 1, 0))], ("f", new Tally(3, 1, 1)), ("g", new Tally(1, 1, 0)));
        var county = Of(host, joint);
        Assert.Equal(new Tally(5, 2, 1), Assert.Single(county.Book.Cells).Value);
        Assert.Equal((3m, 1m, 0m), (county.Overlap("f"), county.Overlap("g"), county.Overlap("h")));
    }

    private static CountyBook Of(params YearBook[] books) => CountyBook.Of(2023, books.Index().ToDictionary(b => $"u{b.Index}", b => b.Item));

    private static YearBook Book(long sequence, IEnumerable<(string, Tally)> cells, params IEnumerable<(string, Tally)> shared) => YearBook.Empty(2023) with
    {
        Sequence = sequence,
        AsOf = DateTimeOffset.UnixEpoch.AddDays(sequence),
        Rules = sequence == 9 ? ImmutableDictionary<string, CountingRule>.Empty.Add("f", Changed) : ImmutableDictionary<string, CountingRule>.Empty,
        Cells = cells.ToImmutableDictionary(c => c.Item1, c => c.Item2),
        Shared = shared.ToImmutableDictionary(c => c.Item1, c => c.Item2),
    };
}
