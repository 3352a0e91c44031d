using System.Security.Cryptography;
using HarfBuzzSharp;

namespace Ledger.Documents.Fonts;

/// <summary>A face in use: opened on the first question, kept for the life of the process, safe from many threads.</summary>
internal sealed class FontFace
{
    private static readonly Glyph None = new(null!, 0, 0, 0);
    private readonly SparseTable<Glyph> glyphs = new();
    private readonly Lazy<NativeFace> native;
    private readonly Lazy<Task<string>> sha256;

    public FontFace(FaceRecord record)
    {
        Record = record;
        sha256 = new(() => Task.Run(() => Hash(record.Path)));
        native = new(() => Open(record));
    }

    /// <summary>
    /// The face as it was last cut: a report that is looked at again and again while its text
    /// is worked on mostly needs the same.
    /// </summary>
    public SubsetFont? LastCut { get; set; }

    public FaceRecord Record { get; }

    /// <summary>The font file's hash in lower-case hex.</summary>
    public string Sha256 => sha256.Value.GetAwaiter().GetResult();

    public int UnitsPerEm => native.Value.Face.UnitsPerEm;

    public Face Native => native.Value.Face;

    /// <summary>The character's own drawing; null when the face has none.</summary>
    public Glyph? Find(int codePoint)
    {
        var glyph = glyphs[codePoint] ?? Look(codePoint);
        return ReferenceEquals(glyph, None) ? null : glyph;
    }

    /// <summary>A table of the face, empty when it has none.</summary>
    public byte[] Table(string tag)
    {
        using var blob = Native.ReferenceTable(Tag.Parse(tag));
        return blob.AsSpan().ToArray();
    }

    // Whoever opens a face will report its hash: megabytes to read, which another thread does meanwhile.
    private NativeFace Open(FaceRecord record)
    {
        _ = sha256.Value;
        return new NativeFace(record);
    }

    private Glyph Look(int codePoint)
    {
        var font = native.Value.Font;
        lock (font) return glyphs[codePoint] ??= Measure(font, codePoint);
    }

    private Glyph Measure(Font font, int codePoint)
    {
        if (!font.TryGetGlyph(codePoint, out var id) || id == 0) return None;
        double em = UnitsPerEm;
        var inkTop = font.TryGetGlyphExtents(id, out var extents) ? extents.YBearing / em : 0;
        return new Glyph(this, id, font.GetHorizontalGlyphAdvance(id) / em, inkTop);
    }

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private sealed class NativeFace
    {
        public NativeFace(FaceRecord record)
        {
            // FromFile maps the file: FromStream would hand native code an array the collector may move.
            using var blob = Blob.FromFile(record.Path);
            Face = new Face(blob, record.Index);
            Font = new Font(Face);
            Font.SetScale(Face.UnitsPerEm, Face.UnitsPerEm);
            Font.SetFunctionsOpenType();
        }

        public Face Face { get; }

        public Font Font { get; }
    }
}
