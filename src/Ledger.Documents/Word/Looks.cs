using System.Globalization;
using Ledger.Documents.Fonts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>What the styles are made of.</summary>
internal static class Looks
{
    private const string RedInk = "FF0000";

    public static W.DocDefaults Defaults(string language) => new(
        new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle
        {
            RunFonts = WordFonts.Of(FontRole.Body),
            Kern = new W.Kern { Val = 0 },
            FontSize = Size(16),
            FontSizeComplexScript = new W.FontSizeComplexScript { Val = Size(16).Val },
            Languages = new W.Languages { Val = "en-US", EastAsia = language, Bidi = "ar-SA" },
        }),
        new W.ParagraphPropertiesDefault());

    /// <summary>
    /// Body text: on the lines' grid, 28 characters to a line, no blank between Han and digits, no mark beyond the type
    /// area, every page filled to its last line.
    /// </summary>
    public static W.Style Normal() => new(
        new W.StyleName { Val = "Normal" },
        new W.PrimaryStyle(),
        new W.StyleParagraphProperties
        {
            WidowControl = Off<W.WidowControl>(),
            Kinsoku = new W.Kinsoku(),
            OverflowPunctuation = Off<W.OverflowPunctuation>(),
            AutoSpaceDE = Off<W.AutoSpaceDE>(),
            AutoSpaceDN = Off<W.AutoSpaceDN>(),
            SnapToGrid = new W.SnapToGrid(),
            SpacingBetweenLines = new() { Before = "0", After = "0", Line = "240", LineRule = W.LineSpacingRuleValues.Auto },
            Justification = Aligned(W.JustificationValues.Both),
        },
        new W.StyleRunProperties { Spacing = new W.Spacing { Val = Measure.Tracking } })
    {
        Type = W.StyleValues.Paragraph,
        StyleId = StyleId.Normal,
        Default = true,
    };

    public static W.Style Paragraphs(string id, string name, W.StyleParagraphProperties look, W.StyleRunProperties? letters = null, string next = StyleId.Body)
    {
        var style = new W.Style(new W.StyleName { Val = name }, new W.BasedOn { Val = StyleId.Normal }, new W.NextParagraphStyle { Val = next }, new W.PrimaryStyle(), look)
        {
            Type = W.StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = IsOurs(name) ? true : null,
        };
        if (letters is not null) style.Append(letters);
        return style;
    }

    /// <param name="role">Null: as the paragraph.</param>
    public static W.Style Characters(string id, string name, FontRole? role)
    {
        var style = new W.Style(new W.StyleName { Val = name }, new W.PrimaryStyle()) { Type = W.StyleValues.Character, StyleId = id, CustomStyle = IsOurs(name) ? true : null };
        if (role is { } face) style.Append(new W.StyleRunProperties { RunFonts = WordFonts.Of(face) });
        return style;
    }

    /// <summary>Text off the body's grid, its lines this many twips apart.</summary>
    public static W.StyleParagraphProperties Tight(int line, W.JustificationValues alignment, bool keepNext = false, int before = 0, int after = 0) => new()
    {
        KeepNext = keepNext ? new W.KeepNext() : null,
        SnapToGrid = Off<W.SnapToGrid>(),
        SpacingBetweenLines = new() { Before = $"{before}", After = $"{after}", Line = $"{line}", LineRule = W.LineSpacingRuleValues.Exact },
        Justification = Aligned(alignment),
    };

    /// <param name="size">Null: in the body's size and on its grid. Else in points, each character as wide as its face has it.</param>
    public static W.StyleRunProperties Letters(FontRole role, double? size = null, FontRole? latin = null) => new()
    {
        RunFonts = WordFonts.Of(role, latin),
        Spacing = size is null ? null : new W.Spacing { Val = 0 },
        FontSize = size is { } points ? Size(points) : null,
    };

    public static W.StyleRunProperties Red(W.StyleRunProperties letters)
    {
        letters.Color = new W.Color { Val = RedInk };
        return letters;
    }

    /// <summary>A size in points, in the half points it is written in.</summary>
    public static W.FontSize Size(double points) => new() { Val = (points * 2).ToString(CultureInfo.InvariantCulture) };

    public static W.Justification Aligned(W.JustificationValues alignment) => new() { Val = alignment };

    public static T Off<T>() where T : W.OnOffType, new() => new() { Val = false };

    // Word knows its own styles by their English names and shows them in the user's language.
    private static bool IsOurs(string name) => name[0] > '\u007F';
}
