using System.Globalization;
using System.Text;

namespace Ledger.Documents.Pdf;

/// <summary>The map from a font's codes back to characters (ISO 32000-1, 9.10.3): what copying and searching read.</summary>
internal static class ToUnicode
{
    private const int BlockLimit = 100;

    /// <param name="glyphs">By ascending code.</param>
    /// <param name="layer">Which of the characters they stand for is meant.</param>
    public static byte[] Write(List<GlyphUsage> glyphs, int layer)
    {
        var mapped = glyphs.FindAll(glyph => glyph.Characters.Count > layer);
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """.ReplaceLineEndings("\n"));
        foreach (var block in mapped.Chunk(BlockLimit))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var glyph in block)
            {
                var utf16 = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(glyph.Characters[layer])));
                map.Append(CultureInfo.InvariantCulture, $"<{glyph.Code:X4}> <{utf16}>\n");
            }

            map.Append("endbfchar\n");
        }

        map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return Encoding.ASCII.GetBytes(map.ToString());
    }
}
