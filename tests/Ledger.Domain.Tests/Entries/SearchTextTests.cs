using Ledger.Domain.Entries;

namespace Ledger.Domain.Tests.Entries;

public sealed class SearchTextTests
{
    [Fact]
    public void every_character_and_every_pair_of_neighbours_is_a_term() =>
        Assert.Equal(["合", "合同", "同", "同审", "审"], SearchText.Grams("合同审").Order(StringComparer.Ordinal).OrderBy(g => "合同审".IndexOf(g, StringComparison.Ordinal)));

    [Fact]
    public void a_rare_character_is_never_cut_in_half() =>
        Assert.All(SearchText.Grams("𠮷野𡈽"), g => Assert.DoesNotContain(g, c => char.IsSurrogate(c) && g.Length == 1));

    [Fact]
    public void pairs_do_not_reach_over_the_end_of_a_line() => Assert.DoesNotContain("同审", SearchText.Grams("合同\n审查"));

    [Theory]
    [InlineData("合", new[] { "合" })]
    [InlineData("合同", new[] { "合同" })]
    [InlineData("合同审", new[] { "合同", "同审" })]
    [InlineData(" ABC ", new[] { "ab", "bc" })]
    public void a_query_asks_for_its_pairs_and_a_single_character_for_itself(string query, string[] terms) =>
        Assert.Equal(terms, SearchText.Terms(query).Order(StringComparer.Ordinal).OrderBy(t => query.IndexOf(t, StringComparison.OrdinalIgnoreCase)));
}
