using System.Text.RegularExpressions;

namespace Ledger.Domain.Wording;

/// <summary>L-04: a section headed 整改情况 says what was rectified, and not only what is wrong (督察工作规定 art. 25, report's third part).</summary>
internal static partial class RectificationTold
{
    public static WordingRule Rule { get; } = new("L-04", "标题写了“整改情况”，就要写整改了什么", "A section on rectification says what was rectified", "《法治政府建设与责任落实督察工作规定》第二十五条", Find);

    private static IEnumerable<(string, string, string)> Find(WordedText text)
    {
        for (var i = 0; i < text.Blocks.Count; i++)
        {
            var heading = text.Blocks[i];
            if (heading.Level == 0 || !heading.Text.Contains("整改", StringComparison.Ordinal))
                continue;
            var body = string.Concat(text.Blocks.Skip(i + 1).TakeWhile(b => b.Level == 0 || b.Level > heading.Level).Where(b => b.Level == 0).Select(b => b.Text));
            if (!Done().IsMatch(body))
                yield return (heading.Place, "整改情况", "只写了问题，没有写上年问题整改到哪一步：逐条写明已完成、正在办理或转入下年");
        }
    }

    [GeneratedRegex("已(完成|整改|建立|调整|制定|修订|补)|整改(完成|到位|率)|完成(整改|一个)|销号|着手|安排补学")]
    private static partial Regex Done();
}
