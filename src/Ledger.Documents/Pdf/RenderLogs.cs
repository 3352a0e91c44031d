using Ledger.Documents.Fonts;

namespace Ledger.Documents.Pdf;

/// <summary>Says which faces set a document and where the first choice was not to be had.</summary>
internal static class RenderLogs
{
    public static RenderLog Of(FontUsage usage, FontLibrary fonts)
    {
        var uses = usage.Faces.Select(face => new FontUse(
            face.Face.Record.FullName,
            Path.GetFileName(face.Face.Record.Path),
            face.Face.Sha256,
            Characters(face).Count));
        return new RenderLog([.. uses], [.. Substitutions(usage, fonts), .. Fallbacks(usage, fonts)]);
    }

    private static List<string> Substitutions(FontUsage usage, FontLibrary fonts)
    {
        var notes = new List<string>();
        foreach (var role in FontChains.Roles)
        {
            var (face, office) = (fonts.Chain(role)[0], FontChains.Of(role)[0]);
            if (usage.Faces.Any(used => used.Face == face) && !face.Record.Names.Contains(office))
                notes.Add($"{FontChains.NameOf(role)}：未安装{office}，以 {face.Record.FullName} 代替");
        }

        return notes;
    }

    private static IEnumerable<string> Fallbacks(FontUsage usage, FontLibrary fonts)
    {
        var first = new HashSet<FontFace>();
        foreach (var role in FontChains.Roles) first.Add(fonts.Chain(role)[0]);
        foreach (var used in usage.Faces.Where(used => !first.Contains(used.Face)))
        {
            var characters = Characters(used).Order().Select(char.ConvertFromUtf32);
            yield return $"首选字体缺字，以 {used.Face.Record.FullName} 补：{string.Concat(characters)}";
        }
    }

    private static List<int> Characters(FaceUsage used)
    {
        var characters = new List<int>();
        foreach (var glyph in used.Glyphs()) characters.AddRange(glyph.Characters);
        return characters;
    }
}
