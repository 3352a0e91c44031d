namespace Ledger.Documents.Layout;

/// <summary>The refusal to print a box where a character should be.</summary>
internal static class MissingCharacter
{
    private const int Around = 8;

    public static DocumentException In(List<Character> text, int at)
    {
        var character = char.ConvertFromUtf32(text[at].CodePoint);
        var from = Math.Max(0, at - Around);
        var around = string.Concat(text.Skip(from).Take(at - from + Around + 1).Select(c => char.ConvertFromUtf32(c.CodePoint)));
        var role = Fonts.FontChains.NameOf(text[at].Role);
        return new DocumentException(
            $"所有可用字体都没有字符“{character}”（U+{text[at].CodePoint:X4}，{role}），位于“{around}”第 {at + 1} 字。"
            + "请安装收有该字的字体（如 apt-get install fonts-noto-cjk），或改用通用字。",
            $"No face has the character {character} (U+{text[at].CodePoint:X4}, role {text[at].Role}), at “{around}”, "
            + $"character {at + 1} of its paragraph. Install a face that has it (apt-get install fonts-noto-cjk), or write another.");
    }
}
