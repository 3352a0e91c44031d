using System.Globalization;
using System.Text;
using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>Text in one look, on its way to the page.</summary>
/// <param name="Latin">The role that sets digits and Latin letters.</param>
/// <param name="Owner">What the text belongs to in the structure, carried through to the page.</param>
internal sealed record StyledRun(string Text, FontRole Role, FontRole Latin, RunOwner? Owner = null)
{
    public StyledRun(string text, FontRole role) : this(text, role, role) { }
}

/// <summary>One character of a paragraph and the run it came from.</summary>
internal sealed record Character(int CodePoint, StyledRun Run)
{
    public bool IsSpace => CodePoint is ' ' or 0x3000;

    public bool IsDigit => CodePoint is >= '0' and <= '9';

    /// <summary>Set by its own width in words that are not broken, unlike Han characters and full-width marks.</summary>
    public bool IsLatin => CodePoint is > ' ' and < 0x250 and not (0xB7 or 0xD7 or 0xF7 or 0xA7);

    public FontRole Role => IsLatin || IsSpace ? Run.Latin : Run.Role;

    /// <summary>
    /// The characters of the runs. White space becomes U+0020 (U+3000 stays), characters that draw nothing are left out.
    /// </summary>
    public static List<Character> Of(IEnumerable<StyledRun> runs)
    {
        var characters = new List<Character>();
        foreach (var run in runs)
        {
            foreach (var rune in run.Text.EnumerateRunes())
            {
                var white = Rune.IsWhiteSpace(rune) && rune.Value != 0x3000;
                if (white) characters.Add(new(' ', run));
                else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                    characters.Add(new(rune.Value, run));
            }
        }

        return characters;
    }
}
