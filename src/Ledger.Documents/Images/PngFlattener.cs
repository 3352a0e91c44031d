namespace Ledger.Documents.Images;

/// <summary>Lays a see-through picture on white paper: one byte a sample, grey or red, green and blue.</summary>
/// <param name="transparency">The file's tRNS piece: the alpha of each palette entry, or the one colour that is not seen.</param>
internal sealed class PngFlattener(PngHeader header, byte[]? palette, byte[]? transparency)
{
    private readonly int most = (1 << header.Bits) - 1;

    public byte[] Flatten(byte[] plain)
    {
        var colors = header.Color is 0 or 4 ? 1 : 3;
        var flat = new byte[(long)header.Width * header.Height * colors];
        long at = 0;
        for (var y = 0; y < header.Height; y++)
        {
            for (var x = 0; x < header.Width; x++)
            {
                var alpha = palette is null ? AlphaOf(plain, x, y) : PaletteAlpha(PngSamples.At(header, plain, x, y, 0));
                for (var color = 0; color < colors; color++) flat[at++] = OnWhite(ColorOf(plain, x, y, color), alpha);
            }
        }

        return flat;
    }

    private double ColorOf(byte[] plain, int x, int y, int color) => palette is null
        ? PngSamples.At(header, plain, x, y, color) / (double)most
        : palette[3 * PngSamples.At(header, plain, x, y, 0) + color] / 255.0;

    private double AlphaOf(byte[] plain, int x, int y)
    {
        if (header.HasAlpha) return PngSamples.At(header, plain, x, y, header.Samples - 1) / (double)most;
        for (var sample = 0; sample < header.Samples; sample++)
        {
            if (2 * sample + 1 >= transparency!.Length) return 1;
            if (PngSamples.At(header, plain, x, y, sample) != (transparency[2 * sample] << 8 | transparency[2 * sample + 1])) return 1;
        }

        return 0;
    }

    private double PaletteAlpha(int index) => index < transparency!.Length ? transparency[index] / 255.0 : 1;

    private static byte OnWhite(double value, double alpha) => (byte)Math.Round(255 * (value * alpha + 1 - alpha), MidpointRounding.AwayFromZero);
}
