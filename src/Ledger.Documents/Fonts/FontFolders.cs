namespace Ledger.Documents.Fonts;

/// <summary>Where font files are looked for, and which files they are.</summary>
internal static class FontFolders
{
    private static readonly string[] Endings = [".otf", ".ttf", ".ttc", ".otc"];

    /// <summary>The given folders, the application's, the user's, then the system's; the first file with a name wins.</summary>
    public static IEnumerable<string> Search(IEnumerable<string> extra) =>
        extra.Append(Path.Combine(AppContext.BaseDirectory, "fonts"))
            .Concat(System().Where(Path.IsPathRooted))
            .Where(folder => !string.IsNullOrWhiteSpace(folder))
            .Select(Path.GetFullPath)
            .Distinct(StringComparer.Ordinal)
            .Where(Directory.Exists)
            .SelectMany(Files);

    private static IEnumerable<string> System()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        yield return Environment.GetFolderPath(Environment.SpecialFolder.Fonts);
        if (OperatingSystem.IsWindows())
        {
            yield return Path.Combine(local, "Microsoft", "Windows", "Fonts");
            yield break;
        }

        yield return Path.Combine(home, ".fonts");
        yield return Path.Combine(local, "fonts");
        yield return Path.Combine(home, "Library", "Fonts");
        foreach (var folder in new[] { "/usr/local/share/fonts", "/usr/share/fonts", "/Library/Fonts", "/System/Library/Fonts" })
            yield return folder;
    }

    // A link that leads back up must not be followed for ever: no font folder is deeper than this.
    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 8 };

    // Sorted by the ordinal path: the order a file system lists in must not decide which of two equal faces is used.
    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", Deep)
            .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
}
