using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Ledger.Log.Editions;

/// <summary>The contents of the files inside a PDF as this ledger writes it, found without reading the rest.</summary>
public static partial class PdfFiles
{
    /// <summary>More than any edition holds; a stream that grows beyond is no honest one.</summary>
    private const int Largest = 256 << 20;

    /// <summary>One after the other, as they stand in the file; what cannot be read is left out.</summary>
    public static IEnumerable<byte[]> Read(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var text = Encoding.Latin1.GetString(file);
        foreach (Match found in Embedded().Matches(text))
        {
            var head = found.Groups["head"].Value;
            var length = int.Parse(Size().Match(head).Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            var from = found.Index + found.Length;
            if (length > file.Length - from)
                continue;
            var data = file[from..(from + length)];
            if (!head.Contains("/FlateDecode", StringComparison.Ordinal))
                yield return data;
            else if (Inflate(data) is { } inflated)
                yield return inflated;
        }
    }

    private static byte[]? Inflate(byte[] data)
    {
        try
        {
            using var inflated = new MemoryStream();
            using var from = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
            var buffer = new byte[81920];
            for (int read; (read = from.Read(buffer)) > 0;)
            {
                inflated.Write(buffer, 0, read);
                if (inflated.Length > Largest)
                    return null;
            }

            return inflated.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"<< (?<head>/Type /EmbeddedFile [^\n]*/Length \d+) >>\nstream\n", RegexOptions.CultureInvariant)]
    private static partial Regex Embedded();

    [GeneratedRegex(@"/Length (\d{1,9})$", RegexOptions.CultureInvariant)]
    private static partial Regex Size();
}
