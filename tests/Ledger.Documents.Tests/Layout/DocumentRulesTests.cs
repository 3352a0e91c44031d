using Ledger.Documents.Tests.Fixtures;

namespace Ledger.Documents.Tests.Layout;

public class DocumentRulesTests
{
    public static TheoryData<string, OfficialDocument> Refused => new()
    {
        { "要有版头|needs a head", Samples.Formal(5) with { Head = null } },
        { "要有版头|needs a head", Samples.Formal(5) with { Head = null, Profile = LayoutProfile.Preprinted } },
        { "发文机关标志|mark", Samples.Formal(5) with { Head = Samples.Head with { Mark = " " } } },
        { "发文字号|document number", Samples.Formal(5) with { Head = Samples.Head with { Number = new DocumentNumber("沈招商", 24, 3) } } },
        { "发文字号|document number", Samples.Formal(5) with { Head = Samples.Head with { Number = new DocumentNumber("沈招商", 2024, 0) } } },
        { "发文字号|document number", Samples.Formal(5) with { Head = Samples.Head with { Number = new DocumentNumber("", 2024, 1) } } },
        { "排不下|do not fit", Samples.Formal(5) with { Head = Samples.Head with { Number = new DocumentNumber(new string('沈', 20), 2024, 1) } } },
        { "签发人|signer", Samples.Formal(5) with { Head = Samples.Head with { Signers = ["张三", ""] } } },
        { "印发机关|sends the document out", Samples.Formal(5) with { Imprint = Samples.Imprint with { Office = "" } } },
        { "信函的发文机关标志|A letter's mark", FormalSamples.Letter with { Head = FormalSamples.Letter.Head! with { Mark = "沈丘县招商服务中心文件" } } },
        { "信函格式没有签发人|A letter has no signers", FormalSamples.Letter with { Head = FormalSamples.Letter.Head! with { Signers = ["张三"] } } },
        { "排不下|do not fit", FormalSamples.Letter with { Head = FormalSamples.Letter.Head! with { Number = new DocumentNumber(new string('沈', 20), 2024, 1) } } },
        { "7.3.2|7.3.2", Samples.Formal(5) with { Imprint = Samples.Imprint with { Addressees = ["县政府各部门"] } } },
        { "7.3.3|7.3.3", Samples.Formal(5) with { Addressees = [.. Enumerable.Range(1, 40).Select(i => $"沈丘县第{i}号乡镇人民政府")] } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void what_is_missing_or_in_two_places_is_refused_in_both_languages(string words, OfficialDocument document)
    {
        var error = Assert.Throws<DocumentException>(() => FakeGlyphs.Paginate(document));
        var (said, wanted) = (error.Message.Split(Environment.NewLine), words.Split('|'));
        Assert.Contains(wanted[0], said[0], StringComparison.Ordinal);
        Assert.Contains(wanted[1], said[1], StringComparison.Ordinal);
    }

    [Fact]
    public void the_public_copy_needs_neither_head_nor_imprint() =>
        Assert.NotEmpty(FakeGlyphs.Paginate(Samples.Formal(5) with { Head = null, Imprint = Samples.Imprint with { Office = "" }, Profile = LayoutProfile.Public }));
}
