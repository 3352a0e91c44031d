using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Ledger.Documents.Tests.Fixtures;

/// <summary>A PDF's bytes as text, one character a byte, with what its object streams hold behind them.</summary>
public static partial class RawPdf
{
    public static string Text(byte[] pdf)
    {
        var text = new StringBuilder(Encoding.Latin1.GetString(pdf));
        foreach (Match pack in Pack().Matches(text.ToString()))
        {
            using var packed = new MemoryStream(pdf, pack.Index + pack.Length, int.Parse(pack.Groups[1].Value, null));
            using var unpacked = new StreamReader(new ZLibStream(packed, CompressionMode.Decompress), Encoding.Latin1);
            text.Append(unpacked.ReadToEnd());
        }

        return text.ToString();
    }

    [GeneratedRegex(@"<< /Type /ObjStm [^>]*/Length ([0-9]+) >>\nstream\n")]
    private static partial Regex Pack();
}
