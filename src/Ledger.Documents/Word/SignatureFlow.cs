using System.Globalization;
using static Ledger.Documents.Word.Measure;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>署名 and 成文日期 (7.3.5), tied to the last line of the text above them.</summary>
internal static class SignatureFlow
{
    // 7.3.5.1: the date four characters in; room for a seal above. 7.3.5.2: the issuer two in, the date two further.
    private const int BlankLinesForSeal = 2, SealedIndent = 4 * Cell, Indent = 2 * Cell;

    // A reader's font may have wider digits than an office's: the line runs into the margin then, and never onto another.
    private const int Slack = 2 * Cell;

    public static void Add(Flow flow, Signature signature)
    {
        var text = signature.Date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        flow.KeepLastWithNext();
        var issuer = flow.Add(StyleId.Signature, WordText.Run(signature.Issuer)).ParagraphProperties!;
        var date = flow.Add(StyleId.Date, WordText.Run(text)).ParagraphProperties!;
        issuer.SpacingBetweenLines = new() { Before = $"{(signature.SealSpace ? BlankLinesForSeal : 1) * Pitch}" };
        if (signature.SealSpace) Sealed(issuer, date, Body(signature.Issuer), Body(text));
        else Unsealed(issuer, date, Body(signature.Issuer), Body(text));
    }

    // Both centred in what is left of the line between the same edges: they stay so in any font.
    private static void Sealed(W.ParagraphProperties issuer, W.ParagraphProperties date, int issuerWidth, int dateWidth)
    {
        var centre = Math.Min(Width - SealedIndent - dateWidth / 2, Width - issuerWidth / 2);
        foreach (var line in new[] { issuer, date })
        {
            line.Indentation = new() { Left = Twips(Math.Max(0, 2 * centre - Width) - Slack), Right = Twips(-Slack) };
            line.Justification = Looks.Aligned(W.JustificationValues.Center);
        }
    }

    private static void Unsealed(W.ParagraphProperties issuer, W.ParagraphProperties date, int issuerWidth, int dateWidth)
    {
        var isDateLonger = dateWidth > issuerWidth;
        var (fixedLine, other) = isDateLonger ? (date, issuer) : (issuer, date);
        fixedLine.Indentation = new() { Right = $"{Indent}" };
        fixedLine.Justification = Looks.Aligned(W.JustificationValues.Right);
        var left = isDateLonger ? Width - Indent - dateWidth - Indent : Width - issuerWidth;
        other.Indentation = new() { Left = Twips(Math.Max(0, left)), Right = Twips(-Slack) };
    }

    // Cultures differ in how they write a minus.
    private static string Twips(int length) => length.ToString(CultureInfo.InvariantCulture);
}
