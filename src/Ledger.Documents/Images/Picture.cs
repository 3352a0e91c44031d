namespace Ledger.Documents.Images;

/// <summary>A picture that has been read and found whole.</summary>
/// <param name="Width">In pixels, as coded.</param>
/// <param name="Height">In pixels, as coded.</param>
internal abstract record Picture(int Width, int Height)
{
    /// <summary>How it is turned to be seen upright.</summary>
    public Orientation Orientation { get; init; } = Orientation.Upright;

    public int ShownWidth => Orientation.SwapsSides() ? Height : Width;

    public int ShownHeight => Orientation.SwapsSides() ? Width : Height;

    /// <exception cref="DocumentException">Not a JPEG or PNG file, one that is damaged, or of a kind that cannot be printed.</exception>
    public static Picture Read(Image image)
    {
        if (string.IsNullOrWhiteSpace(image.AlternativeText))
            throw PictureFault.Of(image.Name, "没有替代文字", "has no alternative text");
        var bytes = image.Content.Span;
        if (bytes.StartsWith(PngReader.Signature)) return PngReader.Read(image.Name, image.Content);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8])) return JpegReader.Read(image.Name, image.Content);
        throw PictureFault.Of(image.Name, "既不是 JPEG 也不是 PNG", "is neither JPEG nor PNG");
    }
}

/// <summary>A JPEG picture, still coded.</summary>
/// <param name="Components">1 grey, 3 colour.</param>
/// <param name="File">The file without what it says of its maker, place and time.</param>
internal sealed record JpegPicture(int Width, int Height, int Components, byte[] File) : Picture(Width, Height)
{
    /// <summary>The file with its orientation, for readers that turn it themselves.</summary>
    public byte[] TurnedFile => Orientation == Orientation.Upright ? File : [.. File[..2], .. ExifOrientation.Write(Orientation), .. File[2..]];
}

/// <summary>A PNG picture as PDF takes it: rows with a PNG filter each, inside a zlib stream.</summary>
/// <param name="Colors">Samples for each pixel.</param>
/// <param name="Palette">Red, green and blue for each index; null: the samples are the colour.</param>
/// <param name="File">The file itself, without what it says of its maker, place and time.</param>
internal sealed record PngPicture(int Width, int Height, int Colors, int Bits, byte[]? Palette, byte[] Rows, byte[] File) : Picture(Width, Height);
