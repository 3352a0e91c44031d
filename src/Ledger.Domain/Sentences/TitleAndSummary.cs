using System.Text;
using System.Text.RegularExpressions;

namespace Ledger.Domain.Sentences;

/// <summary>
/// What the sentence says beside its day: its first clause as the title, and all of it as the summary where the title
/// does not hold it. 昨天 read next year would mislead, so the day that was understood stands in the date field only.
/// </summary>
internal static partial class TitleAndSummary
{
    private const int Longest = 60;
    private const int ShortClause = 4;
    private const string Edges = "，。；！？,;!?、：: \n";

    public static (string? Title, string? Summary) Of(TypedText typed, Span? day)
    {
        var rest = Without(typed, day, out var titleFrom).Trim([.. Edges]);
        if (rest.Length == 0)
            return (null, null);
        var title = FirstClause(titleFrom.Trim([.. Edges]));
        return (Runes(title) is >= 2 ? title : null, rest == title && Runes(rest) >= 2 ? null : rest);
    }

    private static string FirstClause(string text)
    {
        var end = 0;
        do
        {
            var next = text.IndexOfAny([.. TypedText.Stops], Math.Min(text.Length, end + 1));
            end = next < 0 ? text.Length : next;
        }
        while (end < ShortClause && end < text.Length);
        return Cut(text[..end].Trim([.. Edges]));
    }

    private static string Cut(string text)
    {
        var cut = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(Longest))
            cut.Append(rune.ToString());
        return cut.ToString().Trim([.. Edges]);
    }

    private static string Without(TypedText typed, Span? day, out string title)
    {
        var (all, plain) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < typed.Length; i++)
        {
            if (day is { } d && i == d.Start)
                i = d.End;
            if (i >= typed.Length)
                break;
            if (typed.Gaps[i])
                (_, _) = (all.Append(' '), plain.Append(' '));
            all.Append(typed.Text[i]);
            plain.Append(typed.Text[i]);
        }

        title = plain.ToString().Trim();
        title = TimeOfDay().Replace(title, "", 1);
        return all.ToString();
    }

    [GeneratedRegex("^(?:上午|下午|中午|早上|晚上)?(?:[0-9]{1,2}(?:[点时](?:半|[0-9]{1,2}分)?|[:：][0-9]{2}))?", RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();

    private static int Runes(string text) => text.EnumerateRunes().Count();
}
