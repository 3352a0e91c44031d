using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Ledger.Api.Pages;

/// <summary>The style sheet and the scripts, named with a part of their hash so that browsers may keep them for ever.</summary>
public static class AssetFiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    private static readonly FrozenDictionary<string, string> Addresses = Directory.EnumerateFiles(Folder)
        .Select(file => (Name: Path.GetFileName(file), Hash: Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..12]))
        .ToFrozenDictionary(a => a.Name, a => $"/assets/{a.Name}?v={a.Hash}");

    /// <summary>Another one for each build: what browsers keep of pages is of one release.</summary>
    public static string Release { get; } = typeof(AssetFiles).Module.ModuleVersionId.ToString("N")[..12];

    public static string At(string name) => Addresses[name];
}
