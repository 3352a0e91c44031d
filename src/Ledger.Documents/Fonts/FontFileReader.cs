using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Ledger.Documents.Fonts;

/// <summary>Reads the names and the embedding right of a font file's faces, a few kilobytes of it only.</summary>
internal static class FontFileReader
{
    private const uint Collection = 0x74746366;
    private const uint TrueType = 0x00010000, OpenType = 0x4F54544F, AppleTrueType = 0x74727565;
    private const uint NameTable = 0x6E616D65;
    private const uint Os2Table = 0x4F532F32;

    /// <summary>The faces of the file; none when it is not a font this library can read.</summary>
    public static IReadOnlyList<FaceRecord> Read(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var faces = new List<FaceRecord>();
            var offsets = Offsets(file);
            for (var i = 0; i < offsets.Length; i++)
            {
                if (ReadFace(file, offsets[i], path, i) is { } face) faces.Add(face);
            }

            return faces;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            return [];
        }
    }

    private static uint[] Offsets(SafeFileHandle file)
    {
        var head = Bytes(file, 0, 12);
        if (UInt32(head, 0) != Collection) return [0];
        var offsets = new uint[(int)Math.Min(UInt32(head, 8), 64)];
        var table = Bytes(file, 12, offsets.Length * 4);
        for (var i = 0; i < offsets.Length; i++) offsets[i] = UInt32(table, i * 4);
        return offsets;
    }

    private static FaceRecord? ReadFace(SafeFileHandle file, uint offset, string path, int index)
    {
        var head = Bytes(file, offset, 12);
        if (UInt32(head, 0) is not (TrueType or OpenType or AppleTrueType)) return null;
        var count = UInt16(head, 4);
        var directory = Bytes(file, offset + 12, count * 16);
        byte[] names = [], os2 = [];
        for (var i = 0; i < count; i++)
        {
            var (tag, start, length) = (UInt32(directory, i * 16), UInt32(directory, i * 16 + 8), UInt32(directory, i * 16 + 12));
            if (tag == NameTable) names = Bytes(file, start, (int)Math.Min(length, 1 << 20));
            if (tag == Os2Table) os2 = Bytes(file, start, (int)Math.Min(length, 96));
        }

        return names.Length == 0 ? null : Describe(Names(names), path, index, os2.Length >= 10 && (UInt16(os2, 8) & 0xF) == 2);
    }

    private static FaceRecord? Describe(List<FontName> names, string path, int index, bool restricted)
    {
        string? First(int id) => names.Where(n => n.Id == id).Select(n => n.Text).FirstOrDefault();
        var regular = names.Any(n => n.Id == 2 && n.Text is "Regular" or "常规" or "Normal" or "Book");
        var known = names.Where(n => n.Id is 4 or 6 || (n.Id == 1 && regular)).Select(n => n.Text);
        return First(4) is { } full && First(6) is { } postScript
            ? new FaceRecord(path, index, full, postScript, known.ToHashSet(StringComparer.OrdinalIgnoreCase), restricted)
            : null;
    }

    private static List<FontName> Names(byte[] table)
    {
        var names = new List<FontName>();
        var (count, storage) = (UInt16(table, 2), UInt16(table, 4));
        for (var i = 0; i < count; i++)
        {
            var record = 6 + i * 12;
            var (platform, id) = (UInt16(table, record), UInt16(table, record + 6));
            var (length, start) = (UInt16(table, record + 8), storage + UInt16(table, record + 10));
            if (id is not (1 or 2 or 4 or 6)) continue;
            var encoding = platform == 1 ? Encoding.Latin1 : Encoding.BigEndianUnicode;
            names.Add(new FontName(id, encoding.GetString(table, start, length).Trim()));
        }

        return names;
    }

    private static byte[] Bytes(SafeFileHandle file, long offset, int length)
    {
        var bytes = new byte[length];
        for (var read = 0; read < length;)
        {
            var more = RandomAccess.Read(file, bytes.AsSpan(read), offset + read);
            if (more == 0) throw new EndOfStreamException();
            read += more;
        }

        return bytes;
    }

    private sealed record FontName(int Id, string Text);

    private static uint UInt32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));

    private static ushort UInt16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));
}
