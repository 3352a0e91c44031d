using System.Text;

namespace Ledger.Documents.Fonts;

/// <summary>Cuts a face down to the glyphs in use, so that a report carries kilobytes of type and not megabytes.</summary>
internal static class Subsetter
{
    private const uint NoHinting = 0x1, Desubroutinize = 0x4, NotdefOutline = 0x40, NoLayoutClosure = 0x200;
    private const string Sample = "一年。1";
    private const int DropTableSet = 3, LayoutFeatureSet = 6;

    // A PDF reader draws glyphs by number: character map, layout and vertical tables would only be dead weight.
    private static readonly string[] Dropped =
    [
        "cmap", "GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "EBDT", "EBLC", "EBSC", "bdat", "bloc",
        "gasp", "kern", "meta", "post", "name", "OS/2",
    ];

    private static readonly Lock Gate = new();
    private static bool proven;

    /// <exception cref="DocumentException">The native library does not do what the pinned version does.</exception>
    public static SubsetFont Cut(FontFace face, uint[] glyphs)
    {
        // One at a time: the native face keeps lazily built tables that all threads would share.
        lock (Gate)
        {
            if (!proven) Prove(face);
            if (face.LastCut is { } last && last.Glyphs.AsSpan().SequenceEqual(glyphs)) return last;
            return face.LastCut = Run(face, glyphs);
        }
    }

    private static void Prove(FontFace face)
    {
        var (sample, count, whole) = (new uint[Sample.Length], 0, true);
        foreach (var character in Sample)
        {
            if (face.Find(character) is { } glyph) sample[count++] = glyph.Id;
        }

        var cut = Run(face, sample[..count]);
        foreach (var id in cut.NewIds) whole &= id is > 0 and <= 16;
        if (!whole || cut.File.Length < 200 || (cut.Table("CFF ") ?? cut.Table("glyf")) is null) throw Broken(face);
        proven = true;
    }

    private static SubsetFont Run(FontFace face, uint[] glyphs)
    {
        var input = NativeSubset.CreateInput();
        if (input == 0) throw Broken(face);
        try
        {
            var set = NativeSubset.GlyphSet(input);
            foreach (var glyph in glyphs) NativeSubset.Add(set, glyph);
            NativeSubset.SetFlags(input, NoHinting | Desubroutinize | NotdefOutline | NoLayoutClosure);
            var dropped = NativeSubset.Set(input, DropTableSet);
            foreach (var tag in Dropped) NativeSubset.Add(dropped, Tag(tag));
            NativeSubset.Clear(NativeSubset.Set(input, LayoutFeatureSet));
            return Execute(face, input, glyphs);
        }
        finally
        {
            NativeSubset.DestroyInput(input);
        }
    }

    private static SubsetFont Execute(FontFace face, nint input, uint[] glyphs)
    {
        var plan = NativeSubset.CreatePlan(face.Native.Handle, input);
        if (plan == 0) throw Broken(face);
        try
        {
            var cut = NativeSubset.Execute(plan);
            if (cut == 0) throw Broken(face);
            var map = NativeSubset.OldToNew(plan);
            var ids = new uint[glyphs.Length];
            for (var i = 0; i < ids.Length; i++) ids[i] = NativeSubset.MapGet(map, glyphs[i]);
            return new SubsetFont(TakeBytes(cut), glyphs, ids);
        }
        finally
        {
            NativeSubset.DestroyPlan(plan);
        }
    }

    private static unsafe byte[] TakeBytes(nint face)
    {
        var blob = NativeSubset.ReferenceBlob(face);
        var bytes = new ReadOnlySpan<byte>(NativeSubset.BlobData(blob, out var length), (int)length).ToArray();
        NativeSubset.DestroyBlob(blob);
        NativeSubset.DestroyFace(face);
        return bytes;
    }

    private static uint Tag(string tag)
    {
        var bytes = Encoding.ASCII.GetBytes(tag);
        return (uint)((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3]);
    }

    private static DocumentException Broken(FontFace face) => new(
        $"字体“{face.Record.FullName}”无法取子集：HarfBuzz 原生库与所用版本不符或字体文件损坏（{Path.GetFileName(face.Record.Path)}）。",
        $"The face {face.Record.FullName} cannot be subset: the HarfBuzz native library is not the pinned version, or the "
        + $"font file is damaged ({Path.GetFileName(face.Record.Path)}).");
}
