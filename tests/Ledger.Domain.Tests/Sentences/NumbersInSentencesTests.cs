using Ledger.Domain.Sentences;

namespace Ledger.Domain.Tests.Sentences;

public sealed class NumbersInSentencesTests
{
    [Theory]
    [InlineData("300份", 300, null)]
    [InlineData("３００份", 300, null)]
    [InlineData("1,200份", 1200, null)]
    [InlineData("1.2万份", 12000, null)]
    [InlineData("1万2千份", 12000, null)]
    [InlineData("1万2份", 12000, null)]
    [InlineData("1万2000份", 12000, null)]
    [InlineData("2千3百份", 2300, null)]
    [InlineData("3万余份", 30000, "approximate")]
    [InlineData("二十份", 20, null)]
    [InlineData("一百二份", 120, null)]
    [InlineData("一百零二份", 102, null)]
    [InlineData("两千三百份", 2300, null)]
    [InlineData("一万零五十份", 10050, null)]
    [InlineData("两份", 2, null)]
    [InlineData("300余份", 300, "approximate")]
    [InlineData("三百多份", 300, "approximate")]
    [InlineData("约300份", 300, "approximate")]
    [InlineData("近三百份", 300, "approximate")]
    [InlineData("300份左右", 300, "approximate")]
    [InlineData("三百来份", 300, "approximate")]
    [InlineData("百余份", 100, "approximate")]
    [InlineData("至少300份", 300, "at-least")]
    [InlineData("300份以上", 300, "at-least")]
    [InlineData("超过300份", 300, "at-least")]
    [InlineData("十几份", 10, "at-least")]
    [InlineData("几十份", null, null)]
    [InlineData("数百份", null, null)]
    [InlineData("二三十份", null, null)]
    [InlineData("不到300份", null, null)]
    [InlineData("若干份", null, null)]
    [InlineData("第3份", null, null)]
    [InlineData("99999999999999份", null, null)]
    [InlineData("3.5份", null, null)]
    public void a_number_is_read_as_it_is_said_or_left_alone(string said, int? value, string? precision)
    {
        var fields = Sentence.Read($"昨天印制普法资料{said}", TypedSentence.Today).Readings[0].Fields;
        var written = fields.TryGetProperty("copies", out var copies) ? copies.GetRawText() : null;
        Assert.Equal(value is null ? null : precision is null ? $"{value}" : $$"""{"value":{{value}},"precision":"{{precision}}"}""", written);
    }

    [Theory]
    [InlineData("昨天集中学法，12个执法人员参加", "attended", "12")]
    [InlineData("昨天集中学法俩小时", "hours", "2")]
    [InlineData("昨天集中学法一个半钟头", "hours", "1.5")]
    [InlineData("昨天法律知识测试 应考七十二 实考七十", "took", "70")]
    [InlineData("昨天集中学法90分钟", "hours", "1.5")]
    [InlineData("昨天集中学法40分钟", "hours", null)]
    [InlineData("昨天集中学法，全员48人参加", "expected", "48")]
    [InlineData("昨天集中学法，48人参加", "expected", null)]
    [InlineData("昨天法律知识测试，应考50人，参考48人，合格率100%", "passed", "48")]
    [InlineData("昨天法律知识测试，应考50人，参考48人，合格率96%", "passed", null)]
    [InlineData("昨天案卷评查，发现问题9个，全整改了", "problemsFixed", "9")]
    [InlineData("昨天案卷评查，发现问题9个，安全整改另议", "problemsFixed", null)]
    [InlineData("昨天统计12345工单 收23件 办完21件 满意20件", "satisfied", "20")]
    public void the_way_people_count_when_they_talk_is_understood(string text, string field, string? value) =>
        Assert.Equal(value, Sentence.Read(text, TypedSentence.Today).Readings[0].Fields.TryGetProperty(field, out var read) ? read.GetRawText() : null);

    [Fact]
    public void a_rough_number_is_not_filled_in_where_the_form_wants_an_exact_one()
    {
        var reading = Sentence.Read("今天集中学法，60多人参加", TypedSentence.Today).Readings[0];
        Assert.False(reading.Fields.TryGetProperty("attended", out _));
        Assert.Contains(reading.Notes, n => n.Path == "attended" && n.Message.Contains("60多人", StringComparison.Ordinal));
    }

    [Fact]
    public void two_numbers_that_contradict_each_other_are_not_both_filled_in()
    {
        var reading = Sentence.Read("昨天法律知识测试，应考48人，参考50人", TypedSentence.Today).Readings[0];
        Assert.False(reading.Fields.TryGetProperty("took", out _));
        Assert.Contains(reading.Notes, n => n.Path == "took");
    }

    [Theory]
    [InlineData("昨天到李庄村、张营村送法下乡，发放资料各200份", "leaflets")]
    [InlineData("昨天组织8名干部到李庄村送法下乡", "audience")]
    [InlineData("昨天到李庄村送法下乡2场", "audience")]
    [InlineData("昨天去样例食品公司送法，发现3个问题", "leaflets")]
    [InlineData("今天法律知识测试，及格率100%", "passed")]
    [InlineData("今天法律知识测试，共50人参加", "expected")]
    [InlineData("今天办理行政许可5件、行政确认3件", "cases")]
    [InlineData("法律顾问张律师审查合同3份", "hours")]
    public void a_number_that_may_mean_something_else_is_left_to_the_person(string text, string field) =>
        Assert.All(Sentence.Read(text, TypedSentence.Today).Readings, r => Assert.False(r.Fields.TryGetProperty(field, out _)));
}
