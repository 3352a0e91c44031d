using System.Buffers;
using System.Text;

namespace Ledger.Api.Entries;

/// <summary>Tells text that people wrote, in UTF-8 or GB18030, from markup, scripts and bytes of any other kind.</summary>
internal static class TextContent
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    // The control characters of text files: tab, line feed, form feed, return, and the end mark of DOS.
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(c => (char)c).Except(['\t', '\n', '\f', '\r', '\x1A']), '\x7F']);

    public static bool IsText(Stream content) => Reads(content, Utf8) || Reads(content, Gb18030);

    /// <summary>The text of a file taken in as text.</summary>
    public static async Task<string> ReadAsync(string path, CancellationToken ct)
    {
        var bytes = await File.ReadAllBytesAsync(path, ct);
        try
        {
            return Utf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Gb18030.GetString(bytes);
        }
    }

    private static bool Reads(Stream content, Encoding encoding)
    {
        content.Position = 0;
        var decoder = encoding.GetDecoder();
        var bytes = new byte[16 << 10];
        var chars = new char[encoding.GetMaxCharCount(bytes.Length)];
        try
        {
            for (var first = true; ; first = false)
            {
                var read = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
                var text = chars.AsSpan(0, decoder.GetChars(bytes.AsSpan(0, read), chars, flush: read < bytes.Length));
                if (text.ContainsAny(Controls) || (first && IsCode(text)))
                    return false;
                if (read < bytes.Length)
                    return true;
            }
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Markup, a script or RTF by its first characters.</summary>
    private static bool IsCode(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("\uFEFF \t\r\n\f");
        return text is ['<', '!' or '?' or '/' or '%' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..]
            or ['#', '!', ..]
            || text.StartsWith("{\\rtf", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);
    }
}
