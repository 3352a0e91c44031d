using System.Text.RegularExpressions;

namespace Ledger.Api.Erasures;

/// <summary>The persons in a text that holds names: 某某律师事务所张三律师、李四 → 张三, 李四. A text that names an organisation alone names nobody.</summary>
public static partial class PersonNames
{
    private static readonly string[] Titles =
    [
        "高级律师", "律师", "法官", "检察官", "副教授", "教授", "讲师", "老师", "副局长", "局长", "副主任", "主任", "副书记", "书记", "副县长", "县长",
        "科长", "股长", "庭长", "院长", "所长", "镇长", "乡长", "部长", "同志", "先生", "女士", "专家",
    ];

    /// <summary>Surnames of two characters that are seen today.</summary>
    private static readonly string[] Compound = ["欧阳", "司马", "诸葛", "上官", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "司徒", "夏侯", "东方", "端木", "百里"];

    public static IEnumerable<string> In(string text) =>
        Between().Split(Aside().Replace(text ?? "", "")).Select(Bare).Where(n => n.Length >= 2);

    /// <summary>The surname, or the first letter, and two stars: 张**.</summary>
    public static string Surname(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var surname = name.Length > 2 && Compound.FirstOrDefault(c => name.StartsWith(c, StringComparison.Ordinal)) is { } two ? two : name.EnumerateRunes().First().ToString();
        return surname + "**";
    }

    private static string Bare(string part)
    {
        var name = Organisation().Replace(part.Trim(), "");
        while (Titles.FirstOrDefault(t => name.EndsWith(t, StringComparison.Ordinal)) is { } title)
            name = name[..^title.Length];
        while (Titles.FirstOrDefault(t => name.StartsWith(t, StringComparison.Ordinal)) is { } title)
            name = name[title.Length..];
        return name.Trim();
    }

    [GeneratedRegex("[、，,；;/\n]+")]
    private static partial Regex Between();

    [GeneratedRegex("[（(][^）)]*[）)]")]
    private static partial Regex Aside();

    [GeneratedRegex("^.*(律师事务所|事务所|律所|公司|集团|中心|学院|大学|党校|法院|检察院|司法局|司法所|管理局|委员会|办公室|工作队)")]
    private static partial Regex Organisation();
}
