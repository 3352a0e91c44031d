using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
using Ledger.Documents.Tests.Fixtures;

namespace Ledger.Documents.Tests.Word;

public class SchemaTests
{
    [Theory]
    [MemberData(nameof(FormalSamples.Names), MemberType = typeof(FormalSamples))]
    public void every_part_is_valid_for_word(string name)
    {
        using var word = ReadWord.Open(FormalSamples.Named(name));
        foreach (var version in new[] { FileFormatVersions.Office2019, FileFormatVersions.Microsoft365 })
        {
            var errors = new OpenXmlValidator(version).Validate(word, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");
            Assert.Empty(errors);
        }
    }

    [Theory]
    [MemberData(nameof(FormalSamples.Names), MemberType = typeof(FormalSamples))]
    public void the_same_document_is_the_same_bytes_in_any_culture(string name)
    {
        var expected = WordRenderer.Render(FormalSamples.Named(name));
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "zh-CN", "de-DE", "ar-SA", "th-TH" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(expected, WordRenderer.Render(FormalSamples.Named(name)));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void the_properties_say_who_and_when_and_nothing_of_the_clock()
    {
        using var word = ReadWord.Open(Samples.Report);
        var properties = word.PackageProperties;
        Assert.Equal((Samples.Report.Title, Samples.Issuer, "sample-2023-1", "zh-CN"), (properties.Title, properties.Creator, properties.Identifier, properties.Language));
        Assert.Equal((Samples.Report.IssuedAt.UtcDateTime, Samples.Report.IssuedAt.UtcDateTime), (properties.Created!.Value.ToUniversalTime(), properties.Modified!.Value.ToUniversalTime()));
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(WordRenderer.Render(Samples.Report)));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }
}
