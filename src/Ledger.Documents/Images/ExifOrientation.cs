using System.Buffers.Binary;

namespace Ledger.Documents.Images;

/// <summary>The one thing a document needs of a photograph's EXIF data: which way up it is.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112, Short = 3;

    private static ReadOnlySpan<byte> Lead => "Exif\0\0"u8;

    /// <summary>Upright when the segment says nothing or makes no sense: it is not the picture itself.</summary>
    public static Orientation Read(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith(Lead)) return Orientation.Upright;
        var tiff = segment[Lead.Length..];
        if (tiff.Length < 8) return Orientation.Upright;
        var little = tiff[0] == 'I';
        var directory = UInt32(tiff, 4, little);
        if (directory > tiff.Length - 2) return Orientation.Upright;
        var count = UInt16(tiff, (int)directory, little);
        for (var i = 0; i < count; i++)
        {
            var at = (int)directory + 2 + 12 * i;
            if (at + 12 > tiff.Length) break;
            if (UInt16(tiff, at, little) != Tag || UInt16(tiff, at + 2, little) != Short) continue;
            var value = UInt16(tiff, at + 8, little);
            return value is >= 1 and <= 8 ? (Orientation)value : Orientation.Upright;
        }

        return Orientation.Upright;
    }

    /// <summary>A segment, with its marker, that says this and nothing else.</summary>
    public static byte[] Write(Orientation orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. Lead, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort UInt16(ReadOnlySpan<byte> tiff, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt16BigEndian(tiff[at..]);

    private static uint UInt32(ReadOnlySpan<byte> tiff, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[at..]);
}
