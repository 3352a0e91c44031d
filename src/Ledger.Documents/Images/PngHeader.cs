using System.Buffers.Binary;

namespace Ledger.Documents.Images;

/// <summary>What a PNG file's first piece says (ISO/IEC 15948, 11.2.2).</summary>
/// <param name="Color">0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha.</param>
internal sealed record PngHeader(int Width, int Height, int Bits, int Color)
{
    // A4 at 600 dpi has 35 million.
    private const long MostPixels = 40_000_000;

    public int Samples => Color switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    public bool HasAlpha => Color is 4 or 6;

    public int BytesPerRow => (int)(((long)Width * Samples * Bits + 7) / 8);

    public int BytesPerPixel => Math.Max(1, Samples * Bits / 8);

    public static PngHeader Read(string name, ReadOnlySpan<byte> data)
    {
        if (data.Length != 13) throw PictureFault.Broken(name);
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        var header = new PngHeader((int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue), data[8], data[9]);
        if (width == 0 || height == 0 || !header.IsKnown || data[10] != 0 || data[11] != 0) throw PictureFault.Broken(name);
        if ((long)width * height > MostPixels)
            throw PictureFault.Of(name, $"太大（{width}×{height} 像素），请缩小后再用", $"is too large ({width}×{height} pixels); make it smaller");
        if (data[12] != 0)
            throw PictureFault.Of(name, "是隔行扫描的 PNG，请另存为普通 PNG", "is an interlaced PNG; save it as an ordinary one");
        return header;
    }

    private bool IsKnown => Color switch
    {
        0 => Bits is 1 or 2 or 4 or 8 or 16,
        3 => Bits is 1 or 2 or 4 or 8,
        2 or 4 or 6 => Bits is 8 or 16,
        _ => false,
    };
}
