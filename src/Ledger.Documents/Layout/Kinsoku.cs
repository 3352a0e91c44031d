namespace Ledger.Documents.Layout;

/// <summary>
/// Which characters may not begin or end a line (避头, 避尾: ECMA-376's defaults for Simplified Chinese) and which
/// full-width marks have a blank half that can be squeezed.
/// </summary>
internal static class Kinsoku
{
    private const string NotAtStart =
        "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠";

    private const string NotAtEnd = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥";
    private const string Opening = "‘“〈《「『【〔〖（";
    private const string Closing = "，。、；：’”〉》」』】〕〗）";
    private const string Centred = "？！";

    public static bool MayStart(int codePoint) => !Contains(NotAtStart, codePoint);

    public static bool MayEnd(int codePoint) => !Contains(NotAtEnd, codePoint);

    /// <summary>A bracket or quote whose left half is blank.</summary>
    public static bool IsOpening(int codePoint) => Contains(Opening, codePoint);

    /// <summary>A mark whose right half is blank.</summary>
    public static bool IsClosing(int codePoint) => Contains(Closing, codePoint);

    /// <summary>Any mark with blank to spare.</summary>
    public static bool IsSqueezable(int codePoint) =>
        IsOpening(codePoint) || IsClosing(codePoint) || Contains(Centred, codePoint);

    private static bool Contains(string set, int codePoint) => codePoint <= 0xFFFF && set.Contains((char)codePoint);
}
