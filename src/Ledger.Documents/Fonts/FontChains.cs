namespace Ledger.Documents.Fonts;

/// <summary>
/// Which faces may set a role, best first. The standard names classes (仿宋体 …), so an office's own licensed face goes
/// before the free one; the last faces of each chain are there for rare name characters (镕 喆 堃) the others lack.
/// </summary>
internal static class FontChains
{
    public static readonly FontRole[] Roles = [FontRole.Body, FontRole.Title, FontRole.Hei, FontRole.Kai, FontRole.Song];

    public static IReadOnlyList<string> Of(FontRole role) => role switch
    {
        FontRole.Body => ["仿宋_GB2312", "仿宋", "FangSong", "FandolFang-Regular", "LXGW WenKai Light", "LXGW WenKai", "Noto Serif CJK SC"],
        FontRole.Title =>
        [
            "方正小标宋简体", "方正小标宋_GBK", "FandolSong-Bold", "Noto Serif CJK SC Bold", "LXGW WenKai Bold", "LXGW WenKai",
        ],
        FontRole.Hei => ["黑体", "SimHei", "FandolHei-Regular", "Noto Sans CJK SC", "LXGW WenKai"],
        FontRole.Kai => ["楷体_GB2312", "楷体", "KaiTi", "FandolKai-Regular", "LXGW WenKai Light", "LXGW WenKai", "Noto Serif CJK SC"],
        FontRole.Song => ["宋体", "SimSun", "FandolSong-Regular", "Noto Serif CJK SC", "LXGW WenKai"],
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>The role's class of type as a Chinese office names it.</summary>
    public static string NameOf(FontRole role) => role switch
    {
        FontRole.Body => "仿宋",
        FontRole.Title => "小标宋",
        FontRole.Hei => "黑体",
        FontRole.Kai => "楷体",
        _ => "宋体",
    };
}
