using System.Text.RegularExpressions;

namespace Ledger.Domain.Wording;

/// <summary>L-01: headings are numbered 一、 （一） 1. （1） (GB/T 9704—2012 7.3.3).</summary>
internal static partial class HeadingNumbering
{
    public static WordingRule Rule { get; } = new("L-01", "标题序号依次用“一、”“（一）”“1.”“（1）”", "Headings are numbered 一、 （一） 1. （1）", "GB/T 9704—2012 7.3.3", Find);

    private static IEnumerable<(string, string, string)> Find(WordedText text)
    {
        foreach (var block in text.Blocks)
        {
            var number = Wrong().Match(block.Text);
            if (block.Level == 1 && number.Success)
                yield return (block.Place, number.Value, "第一层标题序号应为“一、”");
            else if (block.Level == 2 && Arabic().Match(block.Text) is { Success: true } second)
                yield return (block.Place, second.Value, "第二层标题序号应为“（一）”");
            else if (block.Level is 0 or 3 && Comma().Match(block.Text) is { Success: true } item)
                yield return (block.Place, item.Value, "阿拉伯数字序号后用“.”，如“1.”");
        }
    }

    [GeneratedRegex(@"^\d+[、.．]")]
    private static partial Regex Wrong();

    [GeneratedRegex(@"^[（(]\d+[）)]")]
    private static partial Regex Arabic();

    [GeneratedRegex(@"^\d+、")]
    private static partial Regex Comma();
}
