using Ledger.Documents.Fonts;

namespace Ledger.Documents;

/// <summary>
/// The faces a machine offers for the roles of an official document, found once and shared by all renderings. Safe from
/// many threads; font files are opened when a character is first asked for.
/// </summary>
public sealed class FontLibrary
{
    // By role.
    private readonly FontFace[][] chains;

    private FontLibrary(FontFace[][] chains) => this.chains = chains;

    /// <summary>
    /// Looks for faces by their names in the given folders, the application's <c>fonts</c> folder, the user's and the
    /// system's font folders, in that order. Faces whose licence forbids embedding (fsType 2) are passed over.
    /// </summary>
    /// <exception cref="DocumentException">A role has no usable face; the message says how to get one.</exception>
    public static FontLibrary Discover(IEnumerable<string> extraFolders)
    {
        var wanted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var role in FontChains.Roles) wanted.UnionWith(FontChains.Of(role));
        var known = new Dictionary<string, FontFace>(StringComparer.OrdinalIgnoreCase);
        var restricted = new List<FaceRecord>();
        foreach (var record in FontFolders.Search(extraFolders).SelectMany(FontFileReader.Read))
        {
            var names = record.Names.Where(wanted.Contains).ToList();
            if (record.Restricted && names.Count > 0) restricted.Add(record);
            if (record.Restricted || names.Count == 0) continue;
            var face = new FontFace(record);
            foreach (var name in names) known.TryAdd(name, face);
        }

        var chains = new FontFace[FontChains.Roles.Length][];
        foreach (var role in FontChains.Roles) chains[(int)role] = Chain(role, known, restricted);
        return new FontLibrary(chains);
    }

    internal IReadOnlyList<FontFace> Chain(FontRole role) => chains[(int)role];

    internal Glyph? Find(FontRole role, int codePoint)
    {
        foreach (var face in chains[(int)role])
        {
            if (face.Find(codePoint) is { } glyph) return glyph;
        }

        return null;
    }

    private static FontFace[] Chain(FontRole role, Dictionary<string, FontFace> known, List<FaceRecord> restricted)
    {
        var names = FontChains.Of(role);
        FontFace[] chain = [.. names.Select(name => known.GetValueOrDefault(name)).OfType<FontFace>().Distinct()];
        if (chain.Length > 0) return chain;
        var refused = restricted.Where(r => names.Any(r.Names.Contains)).Select(r => r.FullName).ToList();
        throw new DocumentException(
            $"缺少{FontChains.NameOf(role)}字体（{string.Join("、", names)} 均未找到{Refused("；禁止嵌入：", refused)}）。"
            + "请运行 ./run 自动取得，或执行 apt-get install texlive-lang-chinese fonts-lxgw-wenkai，或把字体文件放进 fonts 文件夹。",
            $"No face for {role} ({FontChains.NameOf(role)}): none of {string.Join(", ", names)} was found"
            + $"{Refused("; embedding forbidden: ", refused)}. Run ./run, which fetches them, or "
            + "apt-get install texlive-lang-chinese fonts-lxgw-wenkai, or put the font files into the fonts folder.");
    }

    private static string Refused(string lead, List<string> names) => names.Count == 0 ? "" : lead + string.Join(", ", names);
}
