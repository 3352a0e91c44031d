using System.Globalization;
using System.Text;

namespace Ledger.Documents.Pdf;

/// <summary>The growing text of a content stream, ASCII alone.</summary>
internal sealed class ContentBuffer
{
    private char[] text = new char[1 << 14];
    private int length;

    public void Clear() => length = 0;

    public byte[] ToBytes() => Encoding.ASCII.GetBytes(text, 0, length);

    public ContentBuffer Add(string piece)
    {
        Grow(piece.Length);
        piece.CopyTo(0, text, length, piece.Length);
        length += piece.Length;
        return this;
    }

    /// <summary>A length in points.</summary>
    public ContentBuffer Add(double value)
    {
        Grow(Thousandths.Longest);
        length += Thousandths.Write(value, text.AsSpan(length));
        return this;
    }

    public ContentBuffer AddWhole(int value) => Add(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A glyph's two-byte code.</summary>
    public ContentBuffer AddCode(int code)
    {
        Grow(4);
        for (var shift = 12; shift >= 0; shift -= 4) text[length++] = "0123456789ABCDEF"[code >> shift & 0xF];
        return this;
    }

    private void Grow(int more)
    {
        if (length + more > text.Length) Array.Resize(ref text, 2 * text.Length + more);
    }
}
