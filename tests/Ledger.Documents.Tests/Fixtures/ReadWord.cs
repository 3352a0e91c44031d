using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Tests.Fixtures;

/// <summary>A Word file as another program reads it.</summary>
public static class ReadWord
{
    public static WordprocessingDocument Open(OfficialDocument document) => Open(WordRenderer.Render(document));

    public static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    /// <summary>What Word would call damaged.</summary>
    public static List<string> Faults(byte[] bytes)
    {
        using var word = Open(bytes);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }

    public static W.Body Body(this WordprocessingDocument word) => word.MainDocumentPart!.Document!.Body!;

    /// <summary>The paragraphs of a style with their text.</summary>
    public static List<W.Paragraph> Styled(this WordprocessingDocument word, string style) =>
        [.. word.Body().Descendants<W.Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == style)];

    public static List<W.SectionProperties> Sections(this WordprocessingDocument word) => [.. word.Body().Descendants<W.SectionProperties>()];

    public static List<(string Code, string Text)> Figures(this WordprocessingDocument word) =>
        [.. word.Body().Descendants<W.SdtRun>().Select(control => (control.SdtProperties!.GetFirstChild<W.Tag>()!.Val!.Value!, control.InnerText))];
}
