using System.Security.Cryptography;
using System.Text;
using Ledger.Log;
using Ledger.Log.Notes;

namespace Ledger.Witness;

/// <summary>Everything a witness has: its key (made at the first start), the keys of the logs it signs for, and what it signed last of each.</summary>
public sealed class WitnessFolder
{
    private readonly string _root;

    public WitnessFolder(string root, string name)
    {
        _root = Path.GetFullPath(root);
        foreach (var folder in (string[])[_root, States])
            CreatePrivate(folder);
        Key = LoadKey(name);
    }

    public SigningKey Key { get; }

    /// <summary>A vkey a line; lines that begin with # are remarks. Read anew for each request.</summary>
    public string LogsFile => Path.Combine(_root, "logs.txt");

    private string States => Path.Combine(_root, "state");

    public static WitnessFolder FromEnvironment() => new(
        Environment.GetEnvironmentVariable("WITNESS_DATA") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "LedgerWitness"),
        Environment.GetEnvironmentVariable("WITNESS_NAME") is { Length: > 0 } name ? name : "witness.invalid");

    public IReadOnlyList<VerifierKey> Logs() => File.Exists(LogsFile)
        ? [.. File.ReadLines(LogsFile).Where(l => !l.StartsWith('#')).Select(VerifierKey.Parse).OfType<VerifierKey>().Where(k => k.Use == KeyUse.Note)]
        : [];

    /// <summary>The newest checkpoint it signed of a log, with its cosignature; null before the first.</summary>
    public SignedNote? Newest(string origin) => File.Exists(StateOf(origin)) ? SignedNote.Parse(File.ReadAllText(StateOf(origin))) : null;

    public SignedNote? NewestByHash(string hash) =>
        hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) && Path.Combine(States, hash) is var file && File.Exists(file) ? SignedNote.Parse(File.ReadAllText(file)) : null;

    /// <summary>On return it outlasts a power cut, and the state before is whole until then.</summary>
    public void Keep(string origin, SignedNote cosigned)
    {
        Write(StateOf(origin), cosigned.ToString());
        FolderSync.Flush(States);
    }

    private string StateOf(string origin) => Path.Combine(States, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin))));

    private SigningKey LoadKey(string name)
    {
        var file = Path.Combine(_root, "witness.key");
        if (!File.Exists(file))
        {
            Write(file, $"{name}\n{Convert.ToBase64String(RandomNumberGenerator.GetBytes(SigningKey.SeedSize))}\n");
            FolderSync.Flush(_root);
        }

        var kept = File.ReadAllLines(file);
        return new SigningKey(kept[0], KeyUse.Cosignature, Convert.FromBase64String(kept[1]));
    }

    private static void Write(string file, string text)
    {
        var part = file + ".part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(part, options))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(part, file, overwrite: true);
    }

    private static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
