using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using JasperFx.Events;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.SelfInspections;

/// <summary>What whoever checked an entry of a sample found of it outside the ledger.</summary>
public enum CheckResult
{
    [Label("属实", "Found")] Found,
    [Label("有出入", "Found, but different")] Differs,
    [Label("查无此事", "Not found")] NotFound,
}

/// <summary>A sample of an edition's entries was drawn (自查抽样), by a seed that nobody can choose.</summary>
public sealed record SampleDrawn(
    int Year,
    int Number,
    int Edition,
    [property: Holds(Personal.Nothing)] string FiguresSha256,
    [property: Holds(Personal.Nothing)] string Seed,
    int Population,
    IReadOnlyList<Guid> Entries);

/// <summary>A sampled entry was looked into: what was found, what evidence was seen, by whom.</summary>
public sealed record SampleChecked(
    Guid Entry,
    CheckResult Result,
    [property: Holds(Personal.Text)] string? EvidenceSeen,
    [property: Holds(Personal.Text)] string? Remark,
    [property: Holds(Personal.Name)] string CheckedBy);

/// <summary>
/// A self-inspection: a sample and its result sheet. Anybody can draw the sample again from the edition and two numbers:
/// seed = SHA-256(figures' hash / year / number), and of all entries behind the edition those whose SHA-256(seed / id) is
/// smallest.
/// </summary>
public sealed partial record SelfInspection
{
    public Guid Id { get; init; }
    public SampleDrawn Drawn { get; init; } = null!;

    /// <summary>The newest finding of each entry.</summary>
    public ImmutableDictionary<Guid, SampleChecked> Results { get; init; } = ImmutableDictionary<Guid, SampleChecked>.Empty;

    public SelfInspection Evolve(IEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return e.Data switch
        {
            SampleDrawn drawn => this with { Id = e.StreamId, Drawn = drawn },
            SampleChecked result => this with { Results = Results.SetItem(result.Entry, result) },
            _ => this,
        };
    }

    public static Guid StreamOf(string unit, int year, int number) => DeterministicId.Of($"self-inspection/{unit}/{year:0000}/{number}");

    /// <summary>In hexadecimal, as <c>sha256sum</c> prints it.</summary>
    public static string SeedOf(string figuresSha256, int year, int number) => Sha256($"{figuresSha256}/{year:0000}/{number}");

    public static IReadOnlyList<Guid> Draw(string seed, IEnumerable<Guid> population, int size) =>
        [.. population.OrderBy(id => Sha256($"{seed}/{id}"), StringComparer.Ordinal).Take(size)];

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
