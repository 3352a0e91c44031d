using System.Buffers.Binary;
using System.Text;

namespace Ledger.Api.Entries;

/// <summary>
/// Tells Word, Excel and PowerPoint of before 2007, and WPS, from everything else that is a compound file (installers,
/// mail), by the stream in its directory. Directory entries lie on 128 bytes wherever their sector lies.
/// </summary>
internal static class OleContent
{
    private const int EntrySize = 128;
    private const byte StreamEntry = 2;

    private static readonly (string Name, EvidenceType Type)[] Streams =
    [
        ("WordDocument", EvidenceType.Doc),
        ("Workbook", EvidenceType.Xls),
        ("Book", EvidenceType.Xls),
        ("PowerPoint Document", EvidenceType.Ppt),
    ];

    public static EvidenceType? TypeOf(Stream content)
    {
        content.Position = 0;
        var chunk = new byte[EntrySize * 512];
        for (int read; (read = content.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false)) >= EntrySize;)
        {
            for (var at = 0; at + EntrySize <= read; at += EntrySize)
            {
                if (NameOf(chunk.AsSpan(at, EntrySize)) is { } name && Array.Find(Streams, s => s.Name == name).Type is { } type)
                    return type;
            }
        }

        return null;
    }

    /// <summary>Name of the stream, if the 128 bytes are an entry of one: its length, with the closing zero, stands at 64.</summary>
    private static string? NameOf(ReadOnlySpan<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        return entry[66] == StreamEntry && length is > 2 and <= 64 && length % 2 == 0 && entry[length - 2] == 0 && entry[length - 1] == 0
            ? Encoding.Unicode.GetString(entry[..(length - 2)])
            : null;
    }
}
