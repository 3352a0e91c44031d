namespace Ledger.Domain.Wording;

/// <summary>L-11: what is called a report reports (报告如下) and does not brief (汇报如下).</summary>
internal static class ReportVerb
{
    public static WordingRule Rule { get; } = new("L-11", "标题为“报告”，文中用“报告如下”", "A report says 报告如下", "《党政机关公文处理工作条例》第八条", Find);

    private static IEnumerable<(string, string, string)> Find(WordedText text) =>
        !text.Title.EndsWith("报告", StringComparison.Ordinal) ? [] :
        from block in text.Paragraphs
        where block.Text.Contains("汇报如下", StringComparison.Ordinal)
        select (block.Place, "汇报如下", "标题是报告，应作“报告如下”");
}
