using System.Text.RegularExpressions;

namespace Ledger.Domain.Reports;

/// <summary>Finds numbers that someone typed: every number of the report is a figure, a date, or part of a numbering.</summary>
internal static partial class TypedNumbers
{
    /// <param name="blocks">The report's text.</param>
    /// <param name="names">What the unit is called and what its matters say: a number in it was not typed into the report.</param>
    public static IEnumerable<Finding> Find(IReadOnlyList<ReportBlock> blocks, params IReadOnlyList<string> names)
    {
        var place = "";
        foreach (var block in blocks)
        {
            if (block.Level > 0)
                place = block.Text;
            foreach (var run in block.Runs.Where(r => r.Figure is null))
            {
                foreach (Match match in Digits().Matches(Allowed().Replace(names.Where(n => n.Length > 0).Aggregate(run.Text, (text, name) => text.Replace(name, "", StringComparison.Ordinal)), "")))
                    yield return new Finding("typed-number", place, match.Value, "数字应由指标引用得出，不能直接录入");
            }
        }
    }

    // 12345（政务热线的名称）, 2023年（度）, 12月4日, 1.（条目编号）, 〔2023〕3号
    [GeneratedRegex(@"12345(?= ?(热线|政务|受理|工单|办理|办结))|\d{4}年(度)?|\d{1,2}月(\d{1,2}日)?|^\d{1,2}\.|^（\d{1,2}）|〔\d{4}〕\d+号")]
    private static partial Regex Allowed();

    [GeneratedRegex(@"\d+(\.\d+)?%?")]
    private static partial Regex Digits();
}
