using System.Text.RegularExpressions;

namespace Ledger.Domain.Wording;

/// <summary>L-07: paragraphs thick with words that say little. A hint and no more.</summary>
public static partial class StockWords
{
    private const int Many = 4;

    public static WordingRule Rule { get; } = new("L-07", "套话不要太密", "Not too many words that say little", "中共中央办公厅关于改进文风的要求", Find);

    /// <summary>How many there are in all of a text.</summary>
    public static int Count(WordedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Blocks.Sum(b => Words().Count(b.Text));
    }

    private static IEnumerable<(string, string, string)> Find(WordedText text)
    {
        foreach (var block in text.Paragraphs)
        {
            var words = Words().Matches(block.Text).Select(m => m.Value).ToList();
            if (words.Count >= Many)
                yield return (block.Place, string.Join('、', words.Distinct()), $"这一段有 {words.Count} 处套话，换成做了什么、做到什么程度");
        }
    }

    [GeneratedRegex("加强|全面|持续|不断|深入|进一步|切实|充分|积极|大力|扎实|强化|统筹")]
    private static partial Regex Words();
}
