using System.Text.RegularExpressions;

namespace Ledger.Api.Tests.Access;

/// <summary><c>docs/asvs.md</c> names tests that exist, says something of every requirement, and counts right.</summary>
public sealed partial class AsvsTests
{
    /// <summary>Requirements of levels 1 and 2 in version 5.0.0.</summary>
    private static readonly int[] Requirements = [70, 183];

    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "asvs.md"));

    private static readonly IReadOnlyList<(string Number, int Level, string How)> Rows =
        [.. Row().Matches(Text).Select(r => (r.Groups["number"].Value, int.Parse(r.Groups["level"].ValueSpan, null), r.Groups["how"].Value))];

    [Fact]
    public void every_test_that_it_names_exists()
    {
        var tests = typeof(AsvsTests).Assembly.GetTypes().ToLookup(t => t.Name);
        var named = Named().Matches(Text).Select(m => (Class: m.Groups["class"].Value, Test: m.Groups["test"].Value)).Distinct().ToList();
        Assert.True(named.Count > 60);
        Assert.All(named, n => Assert.True(tests[n.Class].Any(t => t.GetMethod(n.Test)?.GetCustomAttributes(inherit: true).OfType<FactAttribute>().Any() == true), $"there is no test {n.Class}.{n.Test}"));
    }

    [Fact]
    public void every_requirement_of_levels_one_and_two_stands_in_it_once()
    {
        Assert.Equal(Requirements, new[] { Rows.Count(r => r.Level == 1), Rows.Count(r => r.Level == 2) });
        Assert.Equal(Rows.Count, Rows.Select(r => r.Number).Distinct().Count());
    }

    [Fact]
    public void each_is_met_or_says_why_not_and_the_sums_are_right()
    {
        Assert.All(Rows, r => Assert.True(r.How.Length > 5 && (r.How[0] is '–' || r.How.StartsWith('✓') || r.How.StartsWith("✗ not met: ", StringComparison.Ordinal)), $"{r.Number}: {r.How}"));
        Assert.Contains($"Of {Rows.Count}: {Rows.Count(r => r.How[0] == '✓')} met, {Rows.Count(r => r.How[0] == '–')} do not apply, {Rows.Count(r => r.How[0] == '✗')} not met.", Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\| (?<number>\d+\.\d+\.\d+) \| (?<level>[12]) \| [^|]+ \| (?<how>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<class>[A-Z]\w+Tests)\.(?<test>[a-z0-9_]+)`")]
    private static partial Regex Named();
}
