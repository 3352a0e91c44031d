using System.Text;

namespace Ledger.Api.Entries;

/// <summary>A kind of file that may back an entry. What a file is, its content says; the name is only a label.</summary>
/// <param name="MediaType">What it is served as.</param>
/// <param name="Extensions">Endings its name may have; the first is put behind a name that has none of them.</param>
public sealed record EvidenceType(string MediaType, params IReadOnlyList<string> Extensions)
{
    public const string Accepted = "PDF、JPEG、PNG、WEBP、HEIC、GIF、Word、Excel、PowerPoint、WPS、OFD、TXT、CSV";
    public const string AcceptedInEnglish = "PDF, JPEG, PNG, WEBP, HEIC, GIF, Word, Excel, PowerPoint, WPS, OFD, TXT, CSV";

    public static readonly EvidenceType Pdf = new("application/pdf", ".pdf");
    public static readonly EvidenceType Jpeg = new("image/jpeg", ".jpg", ".jpeg", ".jfif");
    public static readonly EvidenceType Png = new("image/png", ".png");
    public static readonly EvidenceType Gif = new("image/gif", ".gif");
    public static readonly EvidenceType Webp = new("image/webp", ".webp");
    public static readonly EvidenceType Heic = new("image/heic", ".heic", ".heif", ".hif");
    public static readonly EvidenceType Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", ".wps");
    public static readonly EvidenceType Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", ".et");
    public static readonly EvidenceType Pptx = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx", ".dps");
    public static readonly EvidenceType Ofd = new("application/ofd", ".ofd");
    public static readonly EvidenceType Doc = new("application/msword", ".doc", ".wps");
    public static readonly EvidenceType Xls = new("application/vnd.ms-excel", ".xls", ".et");
    public static readonly EvidenceType Ppt = new("application/vnd.ms-powerpoint", ".ppt", ".dps");
    public static readonly EvidenceType Text = new("text/plain", ".txt", ".csv", ".tsv", ".log", ".md");

    /// <summary>Everything that a file of evidence may be served as.</summary>
    public static IReadOnlyList<string> MediaTypes { get; } =
        [.. ((EvidenceType[])[Pdf, Jpeg, Png, Gif, Webp, Heic, Docx, Xlsx, Pptx, Ofd, Doc, Xls, Ppt, Text]).Select(t => t.MediaType)];

    /// <summary>How far a browser looks when it guesses a type: nothing may look like a page within.</summary>
    private const int Head = 2048;

    private static readonly string[] Markup =
        ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<object", "<embed", "<?xml-stylesheet", "<x:html"];

    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    /// <summary>The type of a whole file, or null if it is none that is accepted.</summary>
    public static EvidenceType? Of(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.Position = 0;
        var bytes = new byte[Head];
        var head = bytes.AsSpan(0, content.ReadAtLeast(bytes, Head, throwOnEndOfStream: false));
        var text = Encoding.Latin1.GetString(head);
        if (Markup.Any(m => text.Contains(m, StringComparison.OrdinalIgnoreCase)))
            return null;
        return head switch
        {
            _ when head.StartsWith("%PDF-"u8) => Pdf,
            _ when head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => Jpeg,
            _ when head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) => Png,
            _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => Gif,
            _ when text.StartsWith("RIFF", StringComparison.Ordinal) && At(text, 8, "WEBP") => Webp,
            _ when At(text, 4, "ftyp") && HeicBrands.Any(b => At(text, 8, b)) => Heic,
            _ when head.StartsWith("PK\x03\x04"u8) => ZipContent.TypeOf(content),
            _ when head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) => OleContent.TypeOf(content),
            _ => TextContent.IsText(content) ? Text : null,
        };
    }

    private static bool At(string text, int offset, string mark) =>
        text.Length >= offset + mark.Length && string.CompareOrdinal(text, offset, mark, 0, mark.Length) == 0;
}
