namespace Ledger.Documents.Fonts;

/// <summary>
/// The character ids (CID) of a CID-keyed CFF table by glyph number: a PDF addresses such a font by CID, and a subset
/// keeps the old CIDs under new glyph numbers. (Adobe Technical Note 5176, §9, §13, §18.)
/// </summary>
internal static class CffCharset
{
    private const int CharsetOperator = 15, CharStringsOperator = 17, RegistryOperator = 12 << 8 | 30;

    /// <summary>Null when the table is not CID-keyed: then the glyph number itself is the CID.</summary>
    public static int[]? Read(byte[] cff)
    {
        var names = new Index(cff, cff[2]);
        var top = new Index(cff, names.End);
        var dictionary = ReadDictionary(cff, top.Start, top.FirstEnd);
        if (!dictionary.ContainsKey(RegistryOperator)) return null;
        var glyphs = Number(cff, dictionary[CharStringsOperator], 2);
        return ReadCharset(cff, dictionary[CharsetOperator], glyphs);
    }

    private static int[] ReadCharset(byte[] cff, int at, int glyphs)
    {
        var cids = new int[glyphs];
        var format = cff[at++];
        for (var glyph = 1; glyph < glyphs;)
        {
            var first = Number(cff, at, 2);
            at += 2;
            var left = format switch { 0 => 0, 1 => cff[at], _ => Number(cff, at, 2) };
            at += format;
            for (var i = 0; i <= left && glyph < glyphs; i++) cids[glyph++] = first + i;
        }

        return cids;
    }

    /// <summary>The last operand of each operator.</summary>
    private static Dictionary<int, int> ReadDictionary(byte[] cff, int at, int end)
    {
        var entries = new Dictionary<int, int>();
        var operand = 0;
        while (at < end)
        {
            int b = cff[at++];
            if (b <= 21) entries[b == 12 ? b << 8 | cff[at++] : b] = operand;
            else operand = ReadOperand(cff, b, ref at);
        }

        return entries;
    }

    private static int ReadOperand(byte[] cff, int b, ref int at)
    {
        switch (b)
        {
            case 28:
                at += 2;
                return (short)Number(cff, at - 2, 2);
            case 29:
                at += 4;
                return Number(cff, at - 4, 4);
            case 30:
                while ((cff[at] & 0xF) != 0xF && cff[at] >> 4 != 0xF) at++;
                at++;
                return 0;
            case <= 246:
                return b - 139;
            case <= 250:
                return (b - 247) * 256 + cff[at++] + 108;
            default:
                return -(b - 251) * 256 - cff[at++] - 108;
        }
    }

    private static int Number(byte[] bytes, int at, int size)
    {
        var value = 0;
        for (var i = 0; i < size; i++) value = value << 8 | bytes[at + i];
        return value;
    }

    private readonly struct Index
    {
        public Index(byte[] cff, int at)
        {
            var count = Number(cff, at, 2);
            int size = count == 0 ? 1 : cff[at + 2];
            var origin = at + 2 + (count + 1) * size;
            Start = origin + 1;
            FirstEnd = count == 0 ? Start : origin + Number(cff, at + 3 + size, size);
            End = count == 0 ? at + 2 : origin + Number(cff, at + 3 + count * size, size);
        }

        public int Start { get; }

        public int FirstEnd { get; }

        public int End { get; }
    }
}
