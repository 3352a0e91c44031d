using System.Globalization;
using Ledger.Domain.Kinds;
using Ledger.Domain.Sentences;

namespace Ledger.Domain.Tests.Sentences;

public sealed class SentenceTests
{
    private static readonly DateOnly Today = TypedSentence.Today;

    [Fact]
    public void every_field_says_where_it_was_read()
    {
        const string text = "昨天到李庄村送法下乡，发资料 ３００余份";
        var reading = Sentence.Read(text, Today).Readings[0];
        Assert.Equal(
            ["昨天: occurredOn", "李庄村: places", "送法下乡: scene", "３００余份: leaflets"],
            reading.Stretches.Select(s => $"{text.Substring(s.Start, s.Length)}: {string.Join(' ', s.Fields)}"));
    }

    [Fact]
    public void title_and_summary_keep_all_that_was_typed_beside_the_day()
    {
        var fields = Sentence.Read("昨天下午法律顾问张律师审查招商合同，指出付款条款含糊", Today).Readings[0].Fields;
        Assert.Equal("法律顾问张律师审查招商合同", fields.GetProperty("title").GetString());
        Assert.Equal("下午法律顾问张律师审查招商合同，指出付款条款含糊", fields.GetProperty("summary").GetString());
    }

    [Fact]
    public void a_number_inside_a_quoted_title_is_part_of_the_title() =>
        Assert.Equal(3, Sentence.Read("昨天在微信公众号发布“民法典每日一条”3篇", Today).Readings[0].Fields.GetProperty("articles").GetInt32());

    [Fact]
    public void what_was_not_understood_is_named()
    {
        const string text = "昨天法律顾问张律师审查合同，蓝色封皮";
        var left = Sentence.Read(text, Today).Readings[0].Left;
        Assert.Equal(["蓝色封皮"], left.Select(l => text.Substring(l.Start, l.Length)));
    }

    [Fact]
    public void a_sentence_that_fits_two_kinds_gives_both_the_likelier_first()
    {
        var readings = Sentence.Read("请法律顾问张律师对招商协议进行合法性审查，合法", Today).Readings;
        Assert.Equal("legality-review", readings[0].Kind);
        Assert.Contains(readings, r => r.Kind == "legal-service");
        Assert.Equal(readings.Select(r => r.Confidence).OrderDescending(), readings.Select(r => r.Confidence));
    }

    [Theory]
    [InlineData("昨天请孙老师到样例党校讲课，18人参加", "lecturer", "孙老师")]
    [InlineData("今天样例公司法律顾问张律师审查工作服采购合同", "adviser", "张律师")]
    [InlineData("昨天国家工作人员学法考试，应考20人", "name", "国家工作人员学法考试")]
    [InlineData("昨天以案释法，讲了合同诈骗案", "case", "合同诈骗案")]
    public void half_of_another_word_and_the_place_one_goes_to_are_no_names(string text, string field, string name) =>
        Assert.Equal(name, Sentence.Read(text, Today).Readings[0].Fields.GetProperty(field).GetString());

    [Fact]
    public void two_activities_in_one_breath_are_read_apart()
    {
        var readings = Sentence.Read("昨天上午开党组会研究法治工作2个议题，下午集中学习《行政许可法》，18人参加", Today).Readings;
        Assert.Equal(["rule-of-law-meeting", "law-study"], readings.Select(r => r.Kind));
        Assert.False(readings[0].Fields.TryGetProperty("laws", out _));
        Assert.Equal((2, 18), (readings[0].Fields.GetProperty("agendaItems").GetInt32(), readings[1].Fields.GetProperty("attended").GetInt32()));
        Assert.Equal(["开党组会研究法治工作2个议题", "集中学习《行政许可法》"], readings.Select(r => r.Fields.GetProperty("title").GetString()));
        Assert.Contains(readings[0].Notes, n => n.Message.Contains("下午集中学习", StringComparison.Ordinal));
        Assert.All(readings, r => Assert.Equal("2024-05-14", r.Fields.GetProperty("occurredOn").GetString()));
    }

    [Fact]
    public void a_day_left_open_is_open_for_both_of_two_activities() =>
        Assert.All(Sentence.Read("上周走访样例食品公司，下午办结信访件2件", Today).Readings, r => Assert.False(r.Fields.TryGetProperty("occurredOn", out _)));

    [Fact]
    public void a_day_to_come_is_named_for_both_of_two_activities() =>
        Assert.All(Sentence.Read("明天走访样例食品公司，随后办结信访件2件", Today).Readings, r => Assert.Contains(r.Notes, n => n.Message.StartsWith("“明天”", StringComparison.Ordinal)));

    [Theory]
    [InlineData("昨天到李庄村送法下乡，又发资料300份", "leaflets")]
    [InlineData("昨天下午到李庄村送法下乡，然后解答咨询20人次", "consultations")]
    public void what_goes_on_is_the_same_activity(string text, string field)
    {
        var reading = Sentence.Read(text, Today).Readings[0];
        Assert.Equal("law-outreach", reading.Kind);
        Assert.True(reading.Fields.TryGetProperty("places", out _) && reading.Fields.TryGetProperty(field, out _));
    }

    [Fact]
    public void what_no_kind_names_is_offered_as_other_work_with_little_confidence()
    {
        var reading = Assert.Single(Sentence.Read("整理档案柜", Today).Readings);
        Assert.Equal("other-work", reading.Kind);
        Assert.True(reading.Confidence < 0.1);
    }

    [Theory]
    [InlineData("机密★10年 送法下乡")]
    [InlineData("【绝密】调解纠纷1件")]
    [InlineData("密级：秘 密 调解纠纷1件")]
    [InlineData("昨天，机密")]
    [InlineData("机密")]
    public void a_secrecy_mark_refuses_the_sentence(string text)
    {
        var (readings, problems) = Sentence.Read(text, Today);
        Assert.Empty(readings);
        Assert.Contains("不得登记", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void the_subject_of_secrecy_is_no_secret() =>
        Assert.Equal("law-study", Sentence.Read("今天集中学习《保守国家秘密法》，45人参加", Today).Readings[0].Kind);

    [Theory]
    [InlineData("")]
    [InlineData("  \t\n")]
    [InlineData("，。！")]
    public void a_text_without_words_has_no_reading(string text) => Assert.Empty(Sentence.Read(text, Today).Readings);

    [Fact]
    public void a_text_over_the_limit_is_refused()
    {
        Assert.NotEmpty(Sentence.Read(new string('普', Sentence.Longest), Today).Readings);
        Assert.Equal("text", Assert.Single(Sentence.Read(new string('普', Sentence.Longest + 1), Today).Problems).Path);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void the_culture_of_the_server_changes_nothing(string culture)
    {
        const string text = "5月10日罚款3.5万元，行政处罚2件，https://example.org/I";
        var before = Sentence.Read(text, Today).Readings[0].Fields.GetRawText();
        var kept = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal(before, Sentence.Read(text, Today).Readings[0].Fields.GetRawText());
        }
        finally
        {
            CultureInfo.CurrentCulture = kept;
        }
    }

    [Fact]
    public void every_kind_is_recognised_by_its_own_name() =>
        Assert.All(Catalogue.Kinds, kind => Assert.Contains(Sentence.Read(kind.Name, Today).Readings, r => r.Kind == kind.Code));
}
