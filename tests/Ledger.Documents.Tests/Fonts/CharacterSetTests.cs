using System.Text;
using Ledger.Documents.Fonts;
using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;

namespace Ledger.Documents.Tests.Fonts;

/// <summary>Every character people may write is set by some face and copied out again as it was written.</summary>
public class CharacterSetTests
{
    [Fact]
    public void all_6763_han_characters_of_gb2312_come_out_as_they_went_in()
    {
        var all = Gb2312();
        Assert.Equal(6763, all.EnumerateRunes().Count());
        AssertReadBack(all);
    }

    [Fact]
    public void two_hundred_rare_characters_come_out_as_they_went_in()
    {
        var common = Gb2312().EnumerateRunes().Select(rune => rune.Value).ToHashSet();
        var rare = Enumerable.Range(0x4E00, 0x9FA5 - 0x4E00)
            .Where(c => !common.Contains(c) && TestFonts.Library.Find(FontRole.Body, c) is not null)
            .ToList();
        Assert.True(rare.Count >= 200, $"only {rare.Count} characters beyond GB2312 have a face");
        AssertReadBack(string.Concat(Enumerable.Range(0, 200).Select(i => char.ConvertFromUtf32(rare[i * rare.Count / 200]))));
    }

    private static void AssertReadBack(string text)
    {
        var rendered = TestFonts.Render(Samples.Empty with { Body = [.. text.Chunk(500).Select(part => new Paragraph(new string(part)))] });
        using var pdf = PdfDocument.Open(rendered.Bytes);
        Assert.EndsWith(text, pdf.BodyText(), StringComparison.Ordinal);
    }

    /// <summary>Rows 16 to 87: 3 755 characters of the first level, 3 008 of the second.</summary>
    private static string Gb2312()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        var text = new StringBuilder();
        for (var row = 0xB0; row <= 0xF7; row++)
        {
            for (var cell = 0xA1; cell <= (row == 0xD7 ? 0xF9 : 0xFE); cell++) text.Append(encoding.GetString([(byte)row, (byte)cell]));
        }

        return text.ToString();
    }
}
