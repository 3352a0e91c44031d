namespace Ledger.Domain.Wording;

/// <summary>L-03: what a heading promises is told in the paragraphs under it.</summary>
internal static class HeadingsBacked
{
    // What a heading can promise, and the words of which one at least keeps the promise.
    private static readonly Dictionary<string, string[]> Promises = new()
    {
        ["政务公开"] = ["公开"],
        ["信息公开"] = ["公开"],
        ["行政复议"] = ["复议"],
        ["行政诉讼"] = ["诉讼", "应诉"],
        ["应诉"] = ["应诉", "诉讼"],
        ["公平竞争"] = ["公平竞争"],
        ["合法性审查"] = ["审查", "审核"],
        ["法律顾问"] = ["法律顾问"],
        ["普法"] = ["普法", "宣传", "送法", "法律知识", "以案释法", "宪法日"],
        ["法治宣传"] = ["普法", "宣传", "送法"],
        ["学法"] = ["学法", "学习", "培训", "讲座", "中心组"],
        ["考试"] = ["考试", "测试", "测验", "参考"],
        ["学用考"] = ["考试", "测试", "参考"],
        ["监督"] = ["监督", "督查", "检查", "批评"],
        ["述法"] = ["述法"],
        ["调解"] = ["调解", "调处"],
        ["信访"] = ["信访", "热线"],
        ["清单"] = ["清单"],
    };

    public static WordingRule Rule { get; } = new("L-03", "标题写到的事，段落里要有内容", "What a heading promises is told under it", "域内通例：标题须有正文支撑", Find);

    private static IEnumerable<(string, string, string)> Find(WordedText text)
    {
        for (var i = 0; i < text.Blocks.Count; i++)
        {
            var heading = text.Blocks[i];
            if (heading.Level == 0)
                continue;
            var body = string.Concat(text.Blocks.Skip(i + 1).TakeWhile(b => b.Level == 0 || b.Level > heading.Level).Where(b => b.Level == 0).Select(b => b.Text));
            foreach (var (promise, kept) in Promises)
            {
                if (heading.Text.Contains(promise, StringComparison.Ordinal) && !kept.Any(word => body.Contains(word, StringComparison.Ordinal)))
                    yield return (heading.Place, promise, $"标题写了“{promise}”，段落里没有相应内容：补上，或改标题");
            }
        }
    }
}
