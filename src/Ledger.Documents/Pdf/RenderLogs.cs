using Ledger.Documents.Fonts;

namespace Ledger.Documents.Pdf;

/// <summary>Says which faces set a document and where the first choice was not to be had.</summary>
internal static class RenderLogs
{
    public static RenderLog Of(FontUsage usage, FontLibrary fonts)
    {
        var uses = usage.Faces.Select(face => new FontUse(
            face.Record.FullName,
            Path.GetFileName(face.Record.Path),
            face.Sha256,
            usage.Layers(face).Sum(layer => layer.Count)));
        return new RenderLog([.. uses], [.. Substitutions(usage, fonts), .. Fallbacks(usage, fonts)]);
    }

    private static IEnumerable<string> Substitutions(FontUsage usage, FontLibrary fonts) =>
        from role in Enum.GetValues<FontRole>()
        let face = fonts.Chain(role)[0]
        let office = FontChains.Of(role)[0]
        where usage.Faces.Contains(face) && !face.Record.Names.Contains(office)
        select $"{FontChains.NameOf(role)}：未安装{office}，以 {face.Record.FullName} 代替";

    private static IEnumerable<string> Fallbacks(FontUsage usage, FontLibrary fonts)
    {
        var first = Enum.GetValues<FontRole>().Select(role => fonts.Chain(role)[0]).ToHashSet();
        foreach (var face in usage.Faces.Where(face => !first.Contains(face)))
        {
            var characters = usage.Layers(face).SelectMany(layer => layer.Values).Order().Select(char.ConvertFromUtf32);
            yield return $"首选字体缺字，以 {face.Record.FullName} 补：{string.Concat(characters)}";
        }
    }
}
