using Ledger.Documents.Layout;
using Ledger.Documents.Word;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents;

/// <summary>
/// Renders official documents as Word files (ECMA-376, docx) on the layout of GB/T 9704-2012, to be worked on in an
/// office: its roles are styles, and each number that states a figure is a locked content control tagged with the
/// figure's code. Pure, as <see cref="PdfRenderer"/>; needs no fonts, as the reader's are used.
/// </summary>
public static class WordRenderer
{
    /// <exception cref="DocumentException">
    /// No title, no head where the profile needs one, a table whose rows do not fit its columns, a link that is not an
    /// absolute http, https or mailto address.
    /// </exception>
    public static byte[] Render(OfficialDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        DocumentRules.Check(document);
        var package = new WordPackage();
        package.Add("styles", "styles", StyleSheet.Of(document.Language));
        package.Add("settings", "settings", SettingsPart.Of(document.Language));
        package.Add("fontTable", "fontTable", WordFonts.Table());
        var root = new W.Document(Word.DocumentFlow.Build(document, package));
        root.AddNamespaceDeclaration("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        return package.Bytes(root, CoreProperties.Of(document));
    }
}
