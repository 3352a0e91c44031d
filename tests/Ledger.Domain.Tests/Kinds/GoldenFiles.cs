using System.Globalization;
using System.Text.Json;

namespace Ledger.Domain.Tests.Kinds;

/// <summary>The files that say how each event is stored: <c>{alias}.v{version}.json</c>, kept for ever.</summary>
internal static class GoldenFiles
{
    private static readonly JsonSerializerOptions Indented = new(LedgerJson.Options) { WriteIndented = true, NewLine = "\n" };

    public static string Folder { get; } = Path.Combine(Root(), "tests", "Ledger.Domain.Tests", "Golden");

    /// <summary>Version to write where it is missing: <c>LEDGER_WRITE_GOLDEN=1</c>. Nothing written is ever overwritten.</summary>
    public static int? VersionToWrite { get; } =
        Environment.GetEnvironmentVariable("LEDGER_WRITE_GOLDEN") is { Length: > 0 } version ? int.Parse(version, CultureInfo.InvariantCulture) : null;

    public static IEnumerable<string> All() => Directory.EnumerateFiles(Folder, "*.v*.json").Select(f => Path.GetFileName(f)!);

    public static string AliasOf(string file) => file[..file.LastIndexOf(".v", StringComparison.Ordinal)];

    public static string? NewestOf(string alias) => All().Where(f => AliasOf(f) == alias).MaxBy(VersionOf);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public static void WriteIfNew(string alias, string text)
    {
        var newest = NewestOf(alias);
        if (VersionToWrite is { } version && version == (newest is null ? 1 : VersionOf(newest) + 1) && (newest is null || Read(newest) != text))
            File.WriteAllText(Path.Combine(Folder, $"{alias}.v{version}.json"), text);
    }

    public static string TextOf(object data) => JsonSerializer.Serialize(data, data.GetType(), Indented) + "\n";

    public static object Parse(string text, Type type) => JsonSerializer.Deserialize(text, type, LedgerJson.Options)!;

    private static int VersionOf(string file) =>
        int.Parse(file[(file.LastIndexOf(".v", StringComparison.Ordinal) + 2)..^".json".Length], CultureInfo.InvariantCulture);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ledger.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("golden files are read from the checkout, and this is none");
    }
}
