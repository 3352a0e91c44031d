using System.Buffers.Binary;
using System.Text;
using Ledger.Documents.Flate;

namespace Ledger.Documents.Word;

/// <summary>A zip file (APPNOTE 6.3.3) that says nothing of when or where it was made: entries as given, all dated 1980-01-01.</summary>
internal static class Zip
{
    private const ushort Version = 20, Deflated = 8, FirstDay = 1 << 5 | 1;
    private const int ZlibHead = 2, ZlibTail = 4;
    private static readonly uint[] Crcs = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    /// <param name="entries">Names in ASCII, with / between folders.</param>
    public static byte[] Of(IReadOnlyList<(string Name, byte[] Content)> entries)
    {
        var (file, directory) = (new List<byte>(), new List<byte>());
        foreach (var (name, content) in entries)
        {
            var packed = Deflater.Compress(content).AsSpan()[ZlibHead..^ZlibTail];
            var common = Common(name, content, packed.Length);
            var offset = file.Count;
            file.AddRange([0x50, 0x4B, 3, 4, .. common, .. Encoding.ASCII.GetBytes(name)]);
            file.AddRange(packed);
            // No comment, first disk, no attributes.
            directory.AddRange([0x50, 0x4B, 1, 2, .. Two(Version), .. common, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. Four((uint)offset)]);
            directory.AddRange(Encoding.ASCII.GetBytes(name));
        }

        byte[] counts = [.. Two((ushort)entries.Count), .. Two((ushort)entries.Count)];
        return [.. file, .. directory, 0x50, 0x4B, 5, 6, 0, 0, 0, 0, .. counts, .. Four((uint)directory.Count), .. Four((uint)file.Count), 0, 0];
    }

    // What a file's own header and its line in the directory share, without the name.
    private static byte[] Common(string name, byte[] content, int packed) =>
    [
        .. Two(Version), 0, 0, .. Two(Deflated), 0, 0, .. Two(FirstDay),
        .. Four(Crc(content)), .. Four((uint)packed), .. Four((uint)content.Length), .. Two((ushort)name.Length), 0, 0,
    ];

    private static uint Crc(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content) crc = Crcs[(crc ^ value) & 0xFF] ^ crc >> 8;
        return ~crc;
    }

    private static uint CrcOf(int value)
    {
        var crc = (uint)value;
        for (var i = 0; i < 8; i++) crc = (crc & 1) == 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        return crc;
    }

    private static byte[] Two(ushort value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Four(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
