using System.Globalization;
using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>署名 and 成文日期 (7.3.5), tied to the last line of the text above them.</summary>
internal static class SignatureFlow
{
    // 7.3.5.1: the date four characters in from the right. With a seal of 42 mm its top then lies within one line of the
    // text and both lines a little below its centre.
    private const int BlankLinesForSeal = 2;
    private const double SealedDateIndent = 4;

    // 7.3.5.2: the issuer two in from the right, the date's first character two right of the issuer's.
    private const double Indent = 2;

    public static void Add(Flow flow, Signature signature)
    {
        var issuer = Set(flow, signature.Issuer);
        var date = Set(flow, signature.Date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture));
        var (issuerLeft, dateLeft) = signature.SealSpace ? Sealed(flow, issuer, date) : Unsealed(flow, issuer, date);
        for (var i = 0; i < (signature.SealSpace ? BlankLinesForSeal : 1); i++)
        {
            flow.KeepLastWithNext();
            flow.Add(new BlankItem());
        }

        flow.KeepLastWithNext();
        var size = flow.Style.BodySize;
        flow.Add(new TextItem(issuer, size, Math.Max(0, issuerLeft), new StructNode("P", flow.Root)) { KeepWithNext = true });
        flow.Add(new TextItem(date, size, Math.Max(0, dateLeft), new StructNode("P", flow.Root)));
    }

    private static (double Issuer, double Date) Unsealed(Flow flow, Line issuer, Line date)
    {
        var (right, step) = (flow.Frame.Width - Indent * flow.Style.Cell, Indent * flow.Style.Cell);
        if (date.Width > issuer.Width) return (right - date.Width - step, right - date.Width);
        return (right - issuer.Width, right - issuer.Width + step);
    }

    private static (double Issuer, double Date) Sealed(Flow flow, Line issuer, Line date)
    {
        var dateLeft = flow.Frame.Width - SealedDateIndent * flow.Style.Cell - date.Width;
        var centre = Math.Min(dateLeft + date.Width / 2, flow.Frame.Width - issuer.Width / 2);
        return (centre - issuer.Width / 2, centre - date.Width / 2);
    }

    private static Line Set(Flow flow, string text) =>
        LineSetter.Set(flow.OnGrid([new StyledRun(text, FontRole.Body)]), left: 0, squeeze: 0, stretchTo: 0, blanks: []);
}
