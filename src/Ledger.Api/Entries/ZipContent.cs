using System.Buffers.Binary;
using System.Text;

namespace Ledger.Api.Entries;

/// <summary>
/// Tells documents in ZIP packages apart by the names in the central directory. Nothing is unpacked, and the directory
/// is bounded, so a package made to hurt costs no more than its size.
/// </summary>
internal static class ZipContent
{
    private const int LargestDirectory = 4 << 20;
    private const int EndRecord = 22;
    private const int NameRecord = 46;

    public static EvidenceType? TypeOf(Stream content)
    {
        var names = NamesIn(content);
        // A macro makes it another kind of file (docm, xlsm), whatever its name says.
        if (names is null || names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            return null;
        if (names.Contains("OFD.xml"))
            return EvidenceType.Ofd;
        if (!names.Contains("[Content_Types].xml"))
            return null;
        return names.Contains("word/document.xml") ? EvidenceType.Docx
            : names.Contains("xl/workbook.xml") ? EvidenceType.Xlsx
            : names.Contains("ppt/presentation.xml") ? EvidenceType.Pptx
            : null;
    }

    private static HashSet<string>? NamesIn(Stream content)
    {
        var tail = new byte[Math.Min(content.Length, EndRecord + ushort.MaxValue)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + EndRecord > tail.Length)
            return null;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (size > LargestDirectory || offset + (long)size > content.Length)
            return null;
        var directory = new byte[size];
        content.Position = offset;
        content.ReadExactly(directory);
        return Names(directory);
    }

    private static HashSet<string>? Names(ReadOnlySpan<byte> directory)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (directory.Length >= NameRecord && directory.StartsWith("PK\x01\x02"u8))
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var next = NameRecord + length
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (next > directory.Length)
                return null;
            names.Add(Encoding.UTF8.GetString(directory.Slice(NameRecord, length)).Replace('\\', '/').TrimStart('/'));
            directory = directory[next..];
        }

        return names;
    }
}
