using System.Globalization;
using Ledger.Domain.Sentences;

namespace Ledger.Domain.Tests.Sentences;

public sealed class DatesInSentencesTests
{
    // 15 May 2024 is a Wednesday, 2 January 2024 a Tuesday.
    [Theory]
    [InlineData("2024-01-02", "12月30日调解纠纷1件", "2023-12-30")]
    [InlineData("2024-01-02", "30号调解纠纷1件", "2023-12-30")]
    [InlineData("2024-01-02", "3号调解纠纷1件", "2023-12-03")]
    [InlineData("2024-01-02", "2号调解纠纷1件", "2024-01-02")]
    [InlineData("2024-01-02", "前天调解纠纷1件", "2023-12-31")]
    [InlineData("2024-01-02", "上周三调解纠纷1件", "2023-12-27")]
    [InlineData("2024-01-02", "本周一调解纠纷1件", "2024-01-01")]
    [InlineData("2024-01-02", "周三调解纠纷1件", "2023-12-27")]
    [InlineData("2024-01-02", "上月28日调解纠纷1件", "2023-12-28")]
    [InlineData("2024-01-02", "去年12月4日调解纠纷1件", "2023-12-04")]
    [InlineData("2024-01-02", "国家宪法日调解纠纷1件", "2023-12-04")]
    [InlineData("2024-12-31", "12月31日调解纠纷1件", "2024-12-31")]
    [InlineData("2024-05-15", "2023年12月4日调解纠纷1件", "2023-12-04")]
    [InlineData("2024-05-15", "23年12月4号调解纠纷1件", "2023-12-04")]
    [InlineData("2024-05-15", "二〇二三年十二月四日调解纠纷1件", "2023-12-04")]
    [InlineData("2024-05-15", "2023-12-04调解纠纷1件", "2023-12-04")]
    [InlineData("2024-05-15", "2023.12.4 调解纠纷1件", "2023-12-04")]
    [InlineData("2024-05-15", "20231204调解纠纷1件", "2023-12-04")]
    [InlineData("2024-05-15", "12.4调解纠纷1件", "2023-12-04")]
    [InlineData("2024-05-15", "12·4调解纠纷1件", "2023-12-04")]
    [InlineData("2024-05-15", "４月２８日调解纠纷1件", "2024-04-28")]
    [InlineData("2024-05-15", "上午调解纠纷1件", "2024-05-15")]
    [InlineData("2024-05-15", "刚调解纠纷1件", "2024-05-15")]
    [InlineData("2024-05-15", "王刚调解纠纷1件", null)]
    [InlineData("2024-05-15", "上个月28号调解纠纷1件", "2024-04-28")]
    [InlineData("2024-05-15", "上午调解纠纷1件，报送4月份总结", "2024-05-15")]
    [InlineData("2024-05-15", "2月29日调解纠纷1件", "2024-02-29")]
    [InlineData("2023-03-15", "2月29日调解纠纷1件", "2024-02-29", true)]
    [InlineData("2024-05-15", "2月30日调解纠纷1件", null)]
    [InlineData("2024-05-15", "调解纠纷1件", null)]
    [InlineData("2024-05-15", "每周一调解纠纷1件", null)]
    [InlineData("2024-05-15", "5月20日前调解纠纷1件", null)]
    [InlineData("2024-05-15", "5月20日调解纠纷1件", null, true)]
    [InlineData("2024-05-15", "明天调解纠纷1件", null, true)]
    [InlineData("2024-05-15", "本周五调解纠纷1件", null, true)]
    [InlineData("2024-05-15", "下周一调解纠纷1件", null, true)]
    [InlineData("2024-05-15", "2025年1月1日调解纠纷1件", null, true)]
    [InlineData("9999-12-31", "明天调解纠纷1件", null)]
    [InlineData("0001-01-01", "昨天调解纠纷1件", null)]
    public void the_nearest_day_is_meant_and_a_day_to_come_is_said_and_not_filled_in(string today, string text, string? day, bool future = false)
    {
        var reading = Sentence.Read(text, DateOnly.Parse(today, CultureInfo.InvariantCulture)).Readings[0];
        Assert.Equal("mediation", reading.Kind);
        Assert.Equal(future ? null : day, reading.Fields.TryGetProperty("occurredOn", out var read) ? read.GetString() : null);
        Assert.Equal(future, reading.Notes.Any(n => n.Path == "occurredOn"));
    }

    [Theory]
    [InlineData("检察建议4月20号收到，今天答复", "2024-05-15")]
    [InlineData("检察建议4月20号收到", "2024-04-20")]
    [InlineData("检察建议2号答复，5月10日", "2024-05-10")]
    public void of_two_days_the_one_on_which_it_was_done_counts(string text, string day) =>
        Assert.Equal(day, Sentence.Read(text, TypedSentence.Today).Readings[0].Fields.GetProperty("occurredOn").GetString());

    [Theory]
    [InlineData("4月中旬调解纠纷1件", "4月中旬")]
    [InlineData("上周下午调解纠纷1件", "上周")]
    [InlineData("前几天调解纠纷1件", "前几天")]
    [InlineData("上个月底调解纠纷1件", "上个月底")]
    [InlineData("4月份调解纠纷1件", "4月份")]
    [InlineData("4月调解纠纷1件", "4月")]
    public void some_day_of_several_is_asked_for_and_not_taken_for_today(string text, string said)
    {
        var reading = Sentence.Read(text, TypedSentence.Today).Readings[0];
        Assert.False(reading.Fields.TryGetProperty("occurredOn", out _));
        Assert.Contains(reading.Notes, n => n.Path == "occurredOn" && n.Message.Contains($"“{said}”", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("4月9日—11日办培训班", "2024-04-09", "2024-04-11")]
    [InlineData("4月9日至4月11日办培训班", "2024-04-09", "2024-04-11")]
    [InlineData("4月30日-5月2日办培训班", "2024-04-30", "2024-05-02")]
    [InlineData("5月6号到5月8号办培训班", "2024-05-06", "2024-05-08")]
    [InlineData("13到14号办培训班", "2024-05-13", "2024-05-14")]
    [InlineData("周一至周三办培训班", "2024-05-13", "2024-05-15")]
    [InlineData("5月6号开始到8号办培训班", "2024-05-06", "2024-05-08")]
    [InlineData("昨天到今天办培训班", "2024-05-14", "2024-05-15")]
    public void several_days_have_a_first_and_a_last(string text, string first, string last)
    {
        var fields = Sentence.Read(text, TypedSentence.Today).Readings[0].Fields;
        Assert.Equal((first, last), (fields.GetProperty("occurredOn").GetString(), fields.GetProperty("endedOn").GetString()));
    }
}
