namespace Ledger.Documents.Images;

/// <summary>The samples of a PNG picture's unfiltered rows, packed by bits or bytes.</summary>
internal static class PngSamples
{
    /// <param name="sample">Which of the pixel's samples.</param>
    public static int At(PngHeader header, byte[] plain, int x, int y, int sample)
    {
        var bits = (long)(x * header.Samples + sample) * header.Bits;
        var at = (long)y * header.BytesPerRow + bits / 8;
        if (header.Bits == 16) return plain[at] << 8 | plain[at + 1];
        var shift = 8 - header.Bits - (int)(bits % 8);
        return plain[at] >> shift & ((1 << header.Bits) - 1);
    }
}
