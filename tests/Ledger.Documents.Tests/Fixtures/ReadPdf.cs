using Ledger.Documents.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Ledger.Documents.Tests.Fixtures;

/// <summary>A PDF as another program reads it.</summary>
public static class ReadPdf
{
    /// <summary>Millimetres from the sheet's left edge.</summary>
    public static double Left(this Letter letter) => letter.StartBaseLine.X / PageStyle.Millimetre;

    /// <summary>Millimetres from the sheet's top to the baseline.</summary>
    public static double Baseline(this Letter letter) => 297 - letter.StartBaseLine.Y / PageStyle.Millimetre;

    /// <summary>The letters inside the type area, line by line.</summary>
    public static List<List<Letter>> BodyLines(this Page page) =>
    [
        .. page.Letters.Where(letter => letter.Baseline() is > 37 and < 262)
            .GroupBy(letter => Math.Round(letter.Baseline(), 1))
            .OrderBy(line => line.Key)
            .Select(line => line.OrderBy(letter => letter.StartBaseLine.X).ToList()),
    ];

    /// <summary>All text of the type areas in the order it was written.</summary>
    public static string BodyText(this PdfDocument pdf) => string.Concat(
        pdf.GetPages().SelectMany(page => page.Letters.Where(letter => letter.Baseline() is > 37 and < 262)).Select(letter => letter.Value));

    public static string Text(this IEnumerable<Letter> letters) => string.Concat(letters.Select(letter => letter.Value));

    /// <summary>The face's name without the subset's tag.</summary>
    public static string Face(this Letter letter) => letter.FontName![(letter.FontName!.IndexOf('+', StringComparison.Ordinal) + 1)..];
}
