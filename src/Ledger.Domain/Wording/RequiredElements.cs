using System.Text.RegularExpressions;

namespace Ledger.Domain.Wording;

/// <summary>L-12: signature and date stand at the end (GB/T 9704—2012 7.3.5). The layout sets both in reports of ours.</summary>
internal static partial class RequiredElements
{
    private const int LastLines = 4;

    public static WordingRule Rule { get; } = new("L-12", "有署名和成文日期", "Signature and date are there", "GB/T 9704—2012 7.3.5", Find);

    private static IEnumerable<(string, string, string)> Find(WordedText text)
    {
        if (text.IsOurs)
            yield break;
        var end = text.Blocks.TakeLast(LastLines).Where(b => b.Text.Length <= 30).Select(b => b.Text).ToList();
        if (!end.Exists(line => Date().IsMatch(line)))
            yield return (text.Title, "成文日期", "文末没有成文日期");
        if (text.Issuer.Length > 0 && !end.Contains(text.Issuer))
            yield return (text.Title, "署名", "文末没有发文机关署名");
    }

    [GeneratedRegex(@"^\d{4}年\d{1,2}月\d{1,2}日$")]
    private static partial Regex Date();
}
