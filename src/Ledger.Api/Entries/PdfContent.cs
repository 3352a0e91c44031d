using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Ledger.Api.Entries;

/// <summary>
/// Whether a PDF asks its reader to do something: run a script, send a form, start a program. A browser's own viewer would,
/// as far as it can. Such a file is good evidence and is saved to be looked at, not shown.
/// </summary>
public static partial class PdfContent
{
    /// <summary>Of all packed parts together: a small file may unpack to anything.</summary>
    private const int MostUnpacked = 64 << 20;

    public static async Task<bool> ActsAsync(string path, CancellationToken ct)
    {
        var bytes = await File.ReadAllBytesAsync(path, ct);
        var text = Encoding.Latin1.GetString(bytes);
        // What is encrypted cannot be looked into.
        if (Asks(text) || text.Contains("/Encrypt", StringComparison.Ordinal))
            return true;
        var left = MostUnpacked;
        foreach (Match start in StreamStart().Matches(text))
        {
            var unpacked = Unpack(bytes, start.Index + start.Length, left);
            left -= unpacked.Length;
            if (left <= 0 || Asks(unpacked))
                return true;
        }

        return false;
    }

    /// <summary>Letters of a name may be written as numbers.</summary>
    private static bool Asks(string text) =>
        Doing().IsMatch(text.Contains('#', StringComparison.Ordinal) ? Escaped().Replace(text, m => ((char)Convert.ToByte(m.Groups[1].Value, 16)).ToString()) : text);

    /// <summary>As much as can be unpacked; nothing of a picture, which is packed in another way.</summary>
    private static string Unpack(byte[] bytes, int at, int most)
    {
        using var packed = new ZLibStream(new MemoryStream(bytes, at, bytes.Length - at), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        try
        {
            var piece = new byte[32 << 10];
            for (int read; unpacked.Length < most && (read = packed.Read(piece)) > 0;)
                unpacked.Write(piece.AsSpan(0, read));
        }
        catch (InvalidDataException)
        {
            // It ends here, or is none of this kind.
        }

        return Encoding.Latin1.GetString(unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length));
    }

    [GeneratedRegex(@"stream\r?\n")]
    private static partial Regex StreamStart();

    [GeneratedRegex("#([0-9A-Fa-f]{2})")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"/(JavaScript|Launch|SubmitForm|ImportData|RichMedia|XFA)(?![A-Za-z0-9])")]
    private static partial Regex Doing();
}
