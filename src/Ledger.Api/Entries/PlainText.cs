using System.Globalization;
using System.Text;

namespace Ledger.Api.Entries;

/// <summary>Names and reasons as people write them: measured in characters, with nothing in them that cannot be printed or stored.</summary>
public static class PlainText
{
    public static bool Is(string? text, int least, int most) =>
        text is not null && text.EnumerateRunes().Count() is var length && length >= least && length <= most && IsPrintable(text);

    public static bool IsPrintable(string text) =>
        text.EnumerateRunes().All(r => r != Rune.ReplacementChar && (Rune.GetUnicodeCategory(r) != UnicodeCategory.Control || r.Value is '\n' or '\r' or '\t'));
}
