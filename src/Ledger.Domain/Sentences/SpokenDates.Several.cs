using System.Text.RegularExpressions;

namespace Ledger.Domain.Sentences;

/// <summary>Several days said by the first and the last, and 刚, which says now only where a clause begins.</summary>
internal static partial class SpokenDates
{
    /// <summary>周一到周三, 5月6号到8号: two days with a word for until between them are the first and the last.</summary>
    private static List<DateMention> Joined(string text, IEnumerable<DateMention> found)
    {
        var joined = new List<DateMention>();
        foreach (var mention in found)
        {
            if (joined is [.., { Weight: 2, Last: null } first] && mention.Weight == 2 && mention.Day > first.Day
                && Until().IsMatch(text.AsSpan(first.Span.End, mention.Span.Start - first.Span.End)))
                joined[^1] = first with { Span = Span.Between(first.Span.Start, mention.Span.End), Last = mention.Last ?? mention.Day };
            else
                joined.Add(mention);
        }

        return joined;
    }

    /// <summary>刚去了一趟李庄村: 刚 says now where a clause begins with it, and is a name elsewhere.</summary>
    private static IEnumerable<DateMention> Beginnings(TypedText typed, DateOnly today)
    {
        for (var i = typed.Text.IndexOf('刚'); i >= 0; i = typed.Text.IndexOf('刚', i + 1))
        {
            if (typed.StartsClause(i))
                yield return new(new(i, 1), today, null, 0);
        }
    }

    [GeneratedRegex("^(?:开始|开班|起)?(?:[到至~～-]|—{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Until();
}
