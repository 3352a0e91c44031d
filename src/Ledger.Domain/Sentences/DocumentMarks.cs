using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ledger.Domain.Sentences;

/// <summary>What has a shape of its own wherever it stands: a document number 沈政〔2024〕5号, a link.</summary>
internal static partial class DocumentMarks
{
    public static IEnumerable<Found> In(TypedText typed)
    {
        if (Number().Match(typed.Text) is { Success: true } number)
            yield return new("documentNo", JsonValue.Create(number.Value), new(number.Index, number.Length), 0);
        if (Link().Match(typed.Text) is not { Success: true } link)
            yield break;
        var end = link.Index + 1;
        while (end < link.Index + link.Length && !typed.Gaps[end])
            end++;
        var span = Span.Between(link.Index, end);
        yield return new("url", JsonValue.Create(typed.Slice(span)), span, 0);
    }

    [GeneratedRegex(@"[一-龥]{1,8}[〔\[［(（]20[0-9]{2}[〕\]］)）]第?[0-9]{1,4}号", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"https?://[!-~]{3,400}", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
