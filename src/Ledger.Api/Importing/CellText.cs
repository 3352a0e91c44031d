using System.Globalization;
using System.Text;
using Ledger.Documents.Sheets;

namespace Ledger.Api.Importing;

/// <summary>What a cell says, without the blanks that nobody typed on purpose.</summary>
internal static class CellText
{
    private static readonly char[] Invisible = ['\u200B', '\u200C', '\u200D', '\uFEFF', '\u00A0'];

    /// <summary>Fifteen digits is what a spreadsheet keeps of a number; of a longer one the end is already lost.</summary>
    private const double MostDigits = 1e15;

    public static string Of(ReadCell cell) => cell.Kind switch
    {
        ReadKind.Number => Math.Abs(cell.Number) < MostDigits ? ((decimal)cell.Number).ToString("0.###############", CultureInfo.InvariantCulture) : cell.Text,
        ReadKind.Date => cell.Moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Trimmed(cell.Text),
    };

    /// <summary>An identity card's or account's digits that the spreadsheet has already turned into 1.2E+17.</summary>
    public static bool LostDigits(ReadCell cell) => cell.Kind == ReadKind.Number && Math.Abs(cell.Number) >= MostDigits;

    public static string Trimmed(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim().Trim(Invisible).Trim();

    /// <summary>Full-width digits, letters and signs as their plain ones: １２．５％ is 12.5%.</summary>
    public static string Folded(string text) => Trimmed(text.Normalize(NormalizationForm.FormKC));

    /// <summary>As much of it as a sentence about it can quote.</summary>
    public static string Quoted(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
