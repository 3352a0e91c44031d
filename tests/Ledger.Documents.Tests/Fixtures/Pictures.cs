using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Ledger.Documents.Images;

namespace Ledger.Documents.Tests.Fixtures;

/// <summary>Small picture files, written by the letter of their formats.</summary>
public static class Pictures
{
    /// <summary>An 8 by 8 grey JPEG of one flat block.</summary>
    public static byte[] Jpeg(int components = 1, byte frame = 0xC0, params byte[] extra) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. extra,
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. Segment(frame, [8, 0, 8, 0, 8, (byte)components, .. Enumerable.Range(1, components).SelectMany(i => new byte[] { (byte)i, 0x11, 0 })]),
        .. Segment(0xC4, [0x00, 1, .. new byte[15], 0]), .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
        .. Segment(0xDA, [(byte)components, .. Enumerable.Range(1, components).SelectMany(i => new byte[] { (byte)i, 0 }), 0, 63, 0]),
        0x3F, 0xFF, 0xD9,
    ];

    /// <summary>A segment that says how the camera was held, and who made it.</summary>
    public static byte[] Exif(int orientation) => Segment(
        0xE1,
        [
            .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 2, 0, 0x0F, 1, 2, 0, 4, 0, 0, 0, .. "CAM\0"u8, 0x12, 1, 3, 0, 1, 0, 0, 0,
            (byte)orientation, 0, 0, 0, 0, 0, 0, 0,
        ]);

    /// <summary>A PNG of these samples, as they stand in the rows, with no filter used.</summary>
    public static byte[] Png(int width, int height, int bits, int color, byte[] pixels, byte[]? palette = null, byte[]? transparency = null, byte interlace = 0)
    {
        var row = pixels.Length / height;
        byte[] rows = [.. Enumerable.Range(0, height).SelectMany(y => pixels.Skip(y * row).Take(row).Prepend((byte)0))];
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionMode.Compress, leaveOpen: true)) zlib.Write(rows);
        byte[] size = [0, 0, (byte)(width >> 8), (byte)width, 0, 0, (byte)(height >> 8), (byte)height];
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", [.. size, (byte)bits, (byte)color, 0, 0, interlace]), .. Chunk("tEXt", "Author\0someone"u8),
            .. palette is null ? [] : Chunk("PLTE", palette), .. transparency is null ? [] : Chunk("tRNS", transparency),
            .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", []),
        ];
    }

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Chunk(string type, ReadOnlySpan<byte> data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var (length, crc) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc32.Of(body));
        return [.. length, .. body, .. crc];
    }
}
