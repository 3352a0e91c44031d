using System.Collections.Immutable;
using JasperFx.Events;

namespace Ledger.Domain.Reports;

/// <summary>A unit's report of one year, folded: the prose people wrote, and how many editions were frozen.</summary>
public sealed partial record Report
{
    public Guid Id { get; init; }
    public ImmutableDictionary<string, string> Prose { get; init; } = ImmutableDictionary<string, string>.Empty;
    public int Editions { get; init; }

    public Report Evolve(IEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var next = e.Data switch
        {
            ProseWritten written => this with { Prose = Prose.SetItem(written.Key, written.Text) },
            ProseReset reset => this with { Prose = Prose.Remove(reset.Key) },
            EditionFrozen frozen => this with { Editions = frozen.Number },
            _ => this,
        };
        return next with { Id = e.StreamId };
    }

    public static Guid StreamOf(string unit, int year) => DeterministicId.Of($"report/{unit}/{year:0000}");
}

/// <summary>An edition as it was frozen, whole: what was filed can be printed again from this alone.</summary>
public sealed record Edition
{
    /// <summary><c>{year}/{number}</c>, under the unit as tenant.</summary>
    public required string Id { get; init; }

    public required int Year { get; init; }
    public required int Number { get; init; }
    public required string FiguresSha256 { get; init; }
    public required string ModelSha256 { get; init; }
    public required DateTimeOffset FrozenAt { get; init; }
    public required ReportModel Model { get; init; }

    /// <summary>It carries its log's checkpoint; editions frozen before there was a log print as they did.</summary>
    public bool Proves { get; init; }

    public static string IdOf(int year, int number) => $"{year:0000}/{number}";
}
