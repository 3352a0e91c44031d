using System.Globalization;
using System.Text;

namespace Ledger.Documents;

/// <summary>The room for a signature inside a finished PDF, and what goes into it.</summary>
public static class PdfSignature
{
    private const string RangeBlank = "[0 0000000000 0000000000 0000000000]";

    private static ReadOnlySpan<byte> RangeKey => "/ByteRange ["u8;

    private static ReadOnlySpan<byte> ContentsKey => "/Contents <"u8;

    /// <summary>The signature's entries before anything is signed.</summary>
    internal static string Blank(int room) => $"/ByteRange {RangeBlank} /Contents <{new string('0', 2 * room)}>";

    /// <summary>Writes which bytes the signature covers: all but its own.</summary>
    internal static void SetRange(byte[] pdf)
    {
        var (range, start, end) = Find(pdf);
        var text = string.Create(CultureInfo.InvariantCulture, $"[0 {start} {end} {pdf.Length - end}]").PadRight(RangeBlank.Length);
        Encoding.ASCII.GetBytes(text).CopyTo(pdf, range);
    }

    /// <summary>The bytes a signature has to cover: what a seal service is given.</summary>
    /// <exception cref="DocumentException">The file keeps no room for a signature.</exception>
    public static byte[] SignedBytes(byte[] pdf)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        var (_, start, end) = Find(pdf);
        return [.. pdf[..start], .. pdf[end..]];
    }

    /// <summary>The file with the signature in its place; all other bytes stay.</summary>
    /// <param name="cms">A detached CMS signature over <see cref="SignedBytes"/>, DER.</param>
    /// <exception cref="DocumentException">The file keeps no room for a signature, or too little.</exception>
    public static byte[] Fill(byte[] pdf, ReadOnlySpan<byte> cms)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        var (_, start, end) = Find(pdf);
        var room = (end - start - 2) / 2;
        if (cms.Length > room)
            throw new DocumentException($"签名有 {cms.Length} 字节，预留的 {room} 字节不够。", $"The signature has {cms.Length} bytes, more than the {room} kept for it.");
        byte[] filled = [.. pdf];
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms).PadRight(2 * room, '0')).CopyTo(filled, start + 1);
        return filled;
    }

    /// <summary>Where the range's bracket is, and the signature's first and last angle bracket.</summary>
    private static (int Range, int Start, int End) Find(ReadOnlySpan<byte> pdf)
    {
        var range = pdf.LastIndexOf(RangeKey);
        var start = range < 0 ? -1 : pdf[range..].IndexOf(ContentsKey);
        var length = start < 0 ? -1 : pdf[(range + start)..].IndexOf((byte)'>');
        if (length < 0) throw new DocumentException("文件没有预留签名的位置。", "The file keeps no room for a signature.");
        var first = range + start + ContentsKey.Length - 1;
        return (range + RangeKey.Length - 1, first, range + start + length + 1);
    }
}
