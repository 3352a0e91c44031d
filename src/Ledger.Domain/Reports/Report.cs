using System.Collections.Immutable;
using JasperFx.Events;

namespace Ledger.Domain.Reports;

/// <summary>A unit's report of one year, folded: the prose people wrote, how it is ordered, and what became of its editions.</summary>
public sealed partial record Report
{
    public Guid Id { get; init; }
    public ImmutableDictionary<string, string> Prose { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How often each block was written or reset: an edit names the version it was made from.</summary>
    public ImmutableDictionary<string, int> Versions { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Blocks that nobody overwrites until they are unlocked.</summary>
    public ImmutableDictionary<string, ProseLocked> Locks { get; init; } = ImmutableDictionary<string, ProseLocked>.Empty;

    /// <summary>The order of the sections; null for the template's own.</summary>
    public SectionOrderChosen? Order { get; init; }

    public int Editions { get; init; }
    public ImmutableSortedDictionary<int, EditionLife> Lives { get; init; } = ImmutableSortedDictionary<int, EditionLife>.Empty;

    /// <summary>The newest edition that was signed; null while none is.</summary>
    public EditionLife? Signed => Lives.Values.LastOrDefault(l => l.Has(EditionStage.Signed));

    public EditionLife LifeOf(int edition) => Lives.GetValueOrDefault(edition) ?? new EditionLife(edition, null, null, []);

    public Report Evolve(IEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var next = e.Data switch
        {
            ProseWritten written => this with { Prose = Prose.SetItem(written.Key, written.Text), Versions = Next(written.Key) },
            ProseReset reset => this with { Prose = Prose.Remove(reset.Key), Versions = Next(reset.Key) },
            ProseLocked locked => this with { Locks = Locks.SetItem(locked.Key, locked) },
            ProseUnlocked unlocked => this with { Locks = Locks.Remove(unlocked.Key) },
            SectionOrderChosen order => this with { Order = order, Versions = Next(SectionOrder.Key) },
            EditionFrozen frozen => this with
            {
                Editions = frozen.Number,
                Lives = Lives.SetItem(frozen.Number, new EditionLife(frozen.Number, frozen.Supplements, frozen.Reason, []) { FrozenAt = e.Timestamp, FrozenBy = e.UserName }),
            },
            EditionOfficeReviewed step => Marked(step, e),
            EditionSecrecyReviewed step => Marked(step, e),
            EditionSigned step => Marked(step, e),
            EditionNumbered step => Marked(step, e),
            EditionSubmitted step => Marked(step, e),
            EditionPublished step => Marked(step, e),
            _ => this,
        };
        return next with { Id = e.StreamId };
    }

    private ImmutableDictionary<string, int> Next(string key) => Versions.SetItem(key, Versions.GetValueOrDefault(key) + 1);

    private Report Marked(IEditionStep step, IEvent e)
    {
        var life = LifeOf(step.Edition);
        var mark = new EditionMark(EditionLife.StageOf(step), e.Timestamp, e.UserName, step);
        return this with { Lives = Lives.SetItem(step.Edition, life with { Marks = life.Marks.Add(mark) }) };
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
