using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Ledger.Api.Setup;
using Ledger.Log;
using Ledger.Log.Notes;

namespace Ledger.Api.Sealing;

/// <summary>
/// The keys that sign this ledger's logs: one file in the data folder, readable by its owner alone, outside the database
/// and never in it. The newest key signs; older ones stay, as editions sealed with them are printed the same for ever.
/// </summary>
public sealed class LogKeys
{
    private const string FileName = "log-keys.json";

    private readonly string _folder;
    private readonly Lock _gate = new();
    private Kept? _kept;

    /// <summary>A key's public half takes as long to compute as a signature.</summary>
    private readonly ConcurrentDictionary<(string Origin, byte[] Seed), SigningKey> _keys = new();

    public LogKeys(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _folder = folder.Keys;
    }

    /// <param name="Name">What the log is called, without the unit: chosen with the first key.</param>
    /// <param name="Keys">Oldest first.</param>
    private sealed record Kept(string Name, IReadOnlyList<KeptKey> Keys);

    private sealed record KeptKey(byte[] Seed, DateTimeOffset From);

    /// <summary>The name of a unit's log: the origin of its checkpoints and the name of its key.</summary>
    public string OriginOf(string unit) => $"{Load().Name}/{unit}";

    /// <summary>The key that signs now, for a unit's log.</summary>
    public SigningKey For(string unit) => Key(unit, Load().Keys[^1]);

    /// <summary>All keys there ever were for a unit's log, oldest first.</summary>
    public IReadOnlyList<SigningKey> AllFor(string unit) => [.. Load().Keys.Select(k => Key(unit, k))];

    /// <summary>The public keys of a unit's log and since when each signs, oldest first.</summary>
    public IReadOnlyList<(VerifierKey Key, DateTimeOffset From)> PublicFor(string unit) =>
        [.. Load().Keys.Zip(AllFor(unit), (kept, key) => (key.Verifier, kept.From))];

    /// <summary>A new key signs from now on. Service and verbs that run see it at once: the file is read again when it changed.</summary>
    public void Rotate(DateTimeOffset at)
    {
        var kept = Load();
        lock (_gate)
            Save(kept with { Keys = [.. kept.Keys, new KeptKey(RandomNumberGenerator.GetBytes(SigningKey.SeedSize), at)] });
    }

    private SigningKey Key(string unit, KeptKey key) =>
        _keys.GetOrAdd((OriginOf(unit), key.Seed), static k => new SigningKey(k.Origin, KeyUse.Note, k.Seed));

    private DateTime _read;

    private Kept Load()
    {
        lock (_gate)
        {
            var file = Path.Combine(_folder, FileName);
            if (!File.Exists(file))
                Create();
            else if (_kept is null || File.GetLastWriteTimeUtc(file) != _read)
                (_read, _kept) = (File.GetLastWriteTimeUtc(file), JsonSerializer.Deserialize<Kept>(File.ReadAllBytes(file)));
            return _kept!;
        }
    }

    private void Create()
    {
        var seed = RandomNumberGenerator.GetBytes(SigningKey.SeedSize);
        var name = Environment.GetEnvironmentVariable("LEDGER_LOG_NAME") is { Length: > 0 } given
            ? given.Trim('/')
            : $"ledger.invalid/{Convert.ToHexStringLower(SHA256.HashData(new SigningKey("ledger", KeyUse.Note, seed).Verifier.Public.Span)[..4])}";
        Save(new Kept(name, [new KeptKey(seed, TimeProvider.System.GetUtcNow())]));
    }

    /// <summary>Whole or not at all, and on the disk before anything is signed with it. Two that begin at once agree on the first.</summary>
    private void Save(Kept kept)
    {
        var (file, part) = (Path.Combine(_folder, FileName), Path.Combine(_folder, $".{FileName}.{Guid.CreateVersion7():N}"));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.WriteThrough };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(part, options))
        {
            JsonSerializer.Serialize(stream, kept);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(part, file, overwrite: kept.Keys.Count > 1);
        }
        catch (IOException) when (kept.Keys.Count == 1 && File.Exists(file))
        {
            File.Delete(part);
        }

        FolderSync.Flush(_folder);
        (_read, _kept) = (File.GetLastWriteTimeUtc(file), JsonSerializer.Deserialize<Kept>(File.ReadAllBytes(file)));
    }
}
