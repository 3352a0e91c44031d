using Ledger.Documents.Flate;

namespace Ledger.Documents.Images;

/// <summary>
/// PNG files (ISO/IEC 15948). What is opaque goes into the PDF as it was packed, since PDF reads the same rows and
/// filters; what is see-through is laid on white, the paper it is printed on: no reader or converter then needs to know
/// of transparency, and a copier shows what a screen does.
/// </summary>
internal static class PngReader
{
    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static PngPicture Read(string name, ReadOnlyMemory<byte> content)
    {
        var chunks = new PngChunks(name, content.Span);
        var header = PngHeader.Read(name, chunks.Find("IHDR") ?? throw PictureFault.Broken(name));
        var coded = chunks.Coded;
        var rows = PngRows.Unpack(name, header, coded);
        var palette = header.Color == 3 ? PaletteOf(name, header, chunks, rows) : null;
        if (!header.HasAlpha && chunks.Find("tRNS") is null)
            return new PngPicture(header.Width, header.Height, header.Samples, header.Bits, palette, coded, chunks.File);
        var flat = new PngFlattener(header, palette, chunks.Find("tRNS")).Flatten(PngRows.Unfilter(header, rows));
        var colors = header.Color is 0 or 4 ? 1 : 3;
        var packed = Deflater.Compress(PngRows.Filter(flat, header.Width * colors));
        return new PngPicture(header.Width, header.Height, colors, 8, null, packed, chunks.File);
    }

    // An index without a colour has no agreed look: the file is broken.
    private static byte[] PaletteOf(string name, PngHeader header, PngChunks chunks, byte[] rows)
    {
        var palette = chunks.Find("PLTE");
        if (palette is null || palette.Length is 0 or > 768 || palette.Length % 3 != 0) throw PictureFault.Broken(name);
        var (plain, colors) = (PngRows.Unfilter(header, rows), palette.Length / 3);
        for (var y = 0; y < header.Height; y++)
        {
            for (var x = 0; x < header.Width; x++)
            {
                if (PngSamples.At(header, plain, x, y, 0) >= colors) throw PictureFault.Broken(name);
            }
        }

        return palette;
    }
}
