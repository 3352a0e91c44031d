using Ledger.Documents.Fonts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>The faces by the names an office has them under, and what Word may take when one is missing.</summary>
internal static class WordFonts
{
    public static string NameOf(FontRole role) => role switch
    {
        FontRole.Body => "仿宋_GB2312",
        FontRole.Title => "方正小标宋简体",
        FontRole.Hei => "黑体",
        FontRole.Kai => "楷体_GB2312",
        _ => "宋体",
    };

    /// <param name="latin">The role that sets digits and Latin letters; null: the same.</param>
    public static W.RunFonts Of(FontRole role, FontRole? latin = null)
    {
        var name = NameOf(latin ?? role);
        return new W.RunFonts { Ascii = name, HighAnsi = name, ComplexScript = name, EastAsia = NameOf(role) };
    }

    public static W.Fonts Table() => new(
        Font(FontRole.Body, "仿宋,FangSong", "02010609030101010101", W.FontFamilyValues.Modern, fixedPitch: true),
        Font(FontRole.Title, "方正小标宋_GBK", "02010601030101010101", W.FontFamilyValues.Auto, fixedPitch: false),
        Font(FontRole.Hei, "SimHei", "02010609060101010101", W.FontFamilyValues.Modern, fixedPitch: true),
        Font(FontRole.Kai, "楷体,KaiTi", "02010609060101010101", W.FontFamilyValues.Modern, fixedPitch: true),
        Font(FontRole.Song, "SimSun", "02010600030101010101", W.FontFamilyValues.Auto, fixedPitch: false));

    private static W.Font Font(FontRole role, string others, string panose, W.FontFamilyValues family, bool fixedPitch) => new(
        new W.AltName { Val = others },
        new W.Panose1Number { Val = panose },
        new W.FontCharSet { Val = "86" },
        new W.FontFamily { Val = family },
        new W.Pitch { Val = fixedPitch ? W.FontPitchValues.Fixed : W.FontPitchValues.Variable })
    {
        Name = NameOf(role),
    };
}
