using System.Text.RegularExpressions;

namespace Ledger.Domain.Wording;

/// <summary>L-05: verbs and objects that belong together (建立健全 … 制度).</summary>
internal static partial class Collocations
{
    public static WordingRule Rule { get; } = new("L-05", "动宾搭配完整，如“建立健全……制度”", "Verb and object go together", "现代汉语语法", Find);

    private static IEnumerable<(string, string, string)> Find(WordedText text) =>
        text.Blocks.SelectMany(block =>
            Established().Matches(block.Text).Where(m => !Object().IsMatch(m.Groups[2].Value))
                .Select(m => (block.Place, m.Value, $"“{m.Groups[1].Value}”后缺少宾语，如“{m.Groups[1].Value}{m.Groups[2].Value}制度”"))
                .Concat(Raised().Matches(block.Text).Select(m => (block.Place, m.Value, $"“{m.Groups[1].Value}”与“{m.Groups[2].Value}”不搭配"))));

    [GeneratedRegex("(建立健全|健全完善|建立完善)([^，。；、]{2,14})(?=[，。；、])")]
    private static partial Regex Established();

    [GeneratedRegex("制度|机制|体系|台账|清单|办法|规定|规则|规范|网络|队伍|平台|档案|流程|程序|监督|组织|机构|标准|格局|责任制|预案|名录|目录|库$")]
    private static partial Regex Object();

    [GeneratedRegex("(提高)[^，。；]{0,8}?(步伐|规模扩大|覆盖面不断扩大)|(改善)[^，。；]{0,6}(水平)")]
    private static partial Regex Raised();
}
