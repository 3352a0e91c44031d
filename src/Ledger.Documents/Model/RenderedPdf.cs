namespace Ledger.Documents;

/// <summary>A finished PDF: the same document and fonts give the same bytes.</summary>
public sealed record RenderedPdf(byte[] Bytes, int Pages, RenderLog Log);

/// <summary>What the rendering used, to be kept beside the edition.</summary>
/// <param name="Fonts">Every face that set at least one character, in the order of first use.</param>
/// <param name="Notices">What a reader of the file may want to know: substituted faces, characters from a fallback face.</param>
public sealed record RenderLog(IReadOnlyList<FontUse> Fonts, IReadOnlyList<string> Notices);

/// <param name="FaceName">The face's full name.</param>
/// <param name="FileName">The font file's name without its folder.</param>
/// <param name="Sha256">The whole file's hash in lower-case hex.</param>
/// <param name="Characters">How many different characters it set.</param>
public sealed record FontUse(string FaceName, string FileName, string Sha256, int Characters);
