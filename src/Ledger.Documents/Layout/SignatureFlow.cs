using System.Globalization;
using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>
/// 署名 and 成文日期 (7.3.5), tied to the last line of the text above them. No seal is ever drawn: its room is left.
/// </summary>
internal static class SignatureFlow
{
    // 7.3.5.1: the date four characters in from the right. With a seal of 42 mm its top then lies within one line of the
    // text, both lines a little below its centre, and its foot in the line below the date.
    private const int BlankLinesForSeal = 2, LinesBelowForSeal = 1;
    private const double SealedDateIndent = 4;

    // 7.3.5.2: the issuer two in from the right, the date's first character two right of the issuer's.
    private const double Indent = 2;

    public static void Add(Flow flow, Signature signature)
    {
        var style = flow.Style;
        var issuer = IssuerLines(flow, signature.Issuer);
        var date = flow.OneLine(signature.Date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), FontRole.Body);
        var width = issuer.Max(line => line.Width);
        var (issuerLeft, dateLeft) = signature.SealSpace ? Sealed(flow, width, date) : Unsealed(flow, width, date);
        for (var i = 0; i < (signature.SealSpace ? BlankLinesForSeal : 1); i++)
        {
            flow.KeepLastWithNext();
            flow.Add(new BlankItem());
        }

        flow.KeepLastWithNext();
        var node = new StructNode("P", flow.Root);
        foreach (var line in issuer)
        {
            var left = signature.SealSpace ? issuerLeft + (width - line.Width) / 2 : issuerLeft;
            flow.Add(new TextItem(line, style.BodySize, left, node) { KeepWithNext = true });
        }

        var below = signature.SealSpace ? LinesBelowForSeal * style.Pitch : 0;
        flow.Add(new TextItem(date, style.BodySize, dateLeft, new StructNode("P", flow.Root)) { RoomBelow = below });
    }

    // A name longer than the line goes on several, cut as a title is.
    private static List<Line> IssuerLines(Flow flow, string issuer)
    {
        var pieces = flow.OnGrid([new StyledRun(issuer, FontRole.Body)]);
        var room = flow.Frame.Width - 2 * Indent * flow.Style.Cell;
        return [.. TitleBreaker.Break(pieces, issuer: null, room).Select(line => LineSetter.Set(line.Of(pieces), 0, 0, 0, []))];
    }

    private static (double Issuer, double Date) Unsealed(Flow flow, double issuer, Line date)
    {
        var (right, step) = (flow.Frame.Width - Indent * flow.Style.Cell, Indent * flow.Style.Cell);
        if (date.Width > issuer) return (right - date.Width - step, right - date.Width);
        return (right - issuer, right - issuer + step);
    }

    private static (double Issuer, double Date) Sealed(Flow flow, double issuer, Line date)
    {
        var dateLeft = flow.Frame.Width - SealedDateIndent * flow.Style.Cell - date.Width;
        var centre = Math.Min(dateLeft + date.Width / 2, flow.Frame.Width - issuer / 2);
        return (centre - issuer / 2, centre - date.Width / 2);
    }
}
