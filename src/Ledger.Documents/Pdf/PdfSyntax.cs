using System.Globalization;
using System.Text;

namespace Ledger.Documents.Pdf;

/// <summary>Values as PDF writes them (ISO 32000-1, 7.3).</summary>
internal static class PdfSyntax
{
    /// <summary>A length in points; a thousandth is a third of a micrometre.</summary>
    public static string Number(double value)
    {
        Span<char> text = stackalloc char[Thousandths.Longest];
        return new string(text[..Thousandths.Write(value, text)]);
    }

    public static string Ref(int id) => string.Create(CultureInfo.InvariantCulture, $"{id} 0 R");

    public static string Refs(List<int> ids)
    {
        var refs = new string[ids.Count];
        for (var i = 0; i < refs.Length; i++) refs[i] = Ref(ids[i]);
        return string.Join(' ', refs);
    }

    /// <summary>Text for people, in UTF-16.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>A string compared byte by byte: an address, a destination's name.</summary>
    public static string Bytes(string text) => $"<{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}>";

    public static string Name(string name)
    {
        var written = new StringBuilder("/");
        foreach (var b in Encoding.UTF8.GetBytes(name))
        {
            var regular = b is > 0x20 and < 0x7F && !"#()<>[]{}/%".Contains((char)b);
            written.Append(regular ? ((char)b).ToString() : $"#{b:X2}");
        }

        return written.ToString();
    }

    public static string Date(DateTimeOffset moment)
    {
        var sign = moment.Offset < TimeSpan.Zero ? '-' : '+';
        var offset = moment.Offset.Duration();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"(D:{moment:yyyyMMddHHmmss}{sign}{offset.Hours:00}'{offset.Minutes:00}')");
    }
}
