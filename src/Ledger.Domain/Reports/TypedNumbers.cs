using System.Text.RegularExpressions;

namespace Ledger.Domain.Reports;

/// <summary>Finds numbers that someone typed: every number of the report is a figure, a date, or part of a numbering.</summary>
internal static partial class TypedNumbers
{
    public static IEnumerable<Finding> Find(IReadOnlyList<ReportBlock> blocks)
    {
        var place = "";
        foreach (var block in blocks)
        {
            if (block.Level > 0)
                place = block.Text;
            foreach (var run in block.Runs.Where(r => r.Figure is null))
            {
                foreach (Match match in Digits().Matches(Allowed().Replace(run.Text, "")))
                    yield return new Finding("typed-number", place, match.Value, "数字应由指标引用得出，不能直接录入");
            }
        }
    }

    // 2023年（度）, 12月4日, 1.（条目编号）, 〔2023〕3号
    [GeneratedRegex(@"\d{4}年(度)?|\d{1,2}月(\d{1,2}日)?|^\d{1,2}\.|^（\d{1,2}）|〔\d{4}〕\d+号")]
    private static partial Regex Allowed();

    [GeneratedRegex(@"\d+(\.\d+)?%?")]
    private static partial Regex Digits();
}
