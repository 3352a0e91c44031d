namespace Ledger.Documents;

/// <summary>
/// A picture in the middle of the line, e.g. a photograph of the evidence: never larger than the type area, nor than
/// 1/96 inch for a pixel.
/// </summary>
/// <param name="Name">The file's name, for messages: what is wrong with which file.</param>
/// <param name="Content">
/// A JPEG file (8 bits, grey or colour, turned as its EXIF says) or a PNG file (any kind; what is see-through lies on
/// white). Where and with what it was taken is left out of the document.
/// </param>
/// <param name="AlternativeText">What the picture shows, for those who do not see it; never empty.</param>
public sealed record Image(string Name, ReadOnlyMemory<byte> Content, string AlternativeText) : Block
{
    /// <summary>The line below the picture. Null: none.</summary>
    public string? Caption { get; init; }
}
