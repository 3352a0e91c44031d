using Ledger.Documents.Layout;
using static Ledger.Documents.Pdf.PdfSyntax;

namespace Ledger.Documents.Pdf;

/// <summary>
/// The signature's field and its annotation in one object (ISO 32000-1, 12.7.4.5): a rectangle without area on the last
/// page, inside a Form element as PDF/UA asks (ISO 14289-1, 7.18.4).
/// </summary>
internal static class SignatureWidget
{
    /// <summary>Writes the field; returns its object.</summary>
    public static int Write(PdfFile file, SignatureField field, int page, int pageCount, StructureTree structure, StructNode root)
    {
        var (id, signature) = (file.Reserve(), file.Reserve());
        var key = structure.MarkAnnotation(new StructNode("Form", root) { Alternative = field.Name }, page, id, pageCount);
        var unseen = file.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 0 0] /Resources << >>", [], compress: false);
        file.Set(
            id,
            $"<< /Type /Annot /Subtype /Widget /FT /Sig /T {Text(field.Name)} /TU {Text(field.Name)} /F 132 /Rect [0 0 0 0] "
            + $"/P {Ref(page)} /StructParent {key} /V {Ref(signature)} /AP << /N {Ref(unseen)} >> >>");
        var reason = field.Reason is { Length: > 0 } why ? $" /Reason {Text(why)}" : "";
        var moment = field.SignedAt is { } when ? $" /M {Date(when)}" : "";
        file.Set(
            signature,
            $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter {Name(field.Format)}{reason}{moment} "
            + $"{PdfSignature.Blank(field.Signer?.Room ?? field.ReservedRoom)} >>",
            plain: true);
        return id;
    }
}
