using CsCheck;
using Ledger.Domain.SelfInspections;

namespace Ledger.Domain.Tests.SelfInspections;

public sealed class SelfInspectionTests
{
    private static readonly Guid[] Population = [.. Enumerable.Range(1, 40).Select(i => new Guid($"0197a1b2-0000-7000-8000-{i:000000000000}"))];

    /// <summary>Reckoned outside: <c>printf '%s/%s/%s' … | sha256sum</c>.</summary>
    [Fact]
    public void the_seed_is_what_sha256sum_prints() =>
        Assert.Equal("067aed346451139cb933ee8f1300b4761b22fe2a6cfcdc5ae21781962df74f56", SelfInspection.SeedOf("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", 2025, 1));

    /// <summary>Reckoned outside: the hashes of <c>seed/id</c>, sorted.</summary>
    [Fact]
    public void the_sample_is_what_sorting_the_hashes_gives() =>
        Assert.Equal("17 12 11 14 30", string.Join(' ', SelfInspection.Draw(SelfInspection.SeedOf("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", 2025, 1), Population, 5).Select(id => int.Parse($"{id}"[^12..], null))));

    [Fact]
    public void whoever_draws_again_draws_the_same_from_any_order() =>
        Gen.Select(Gen.Shuffle(Population), Gen.Int[1, 40]).Sample((shuffled, size) =>
            Assert.Equal(SelfInspection.Draw("seed", Population, size), SelfInspection.Draw("seed", shuffled, size)), iter: 100);

    [Fact]
    public void another_number_draws_another_sample() => Assert.NotEqual(
        SelfInspection.Draw(SelfInspection.SeedOf("a", 2025, 1), Population, 10),
        SelfInspection.Draw(SelfInspection.SeedOf("a", 2025, 2), Population, 10));
}
