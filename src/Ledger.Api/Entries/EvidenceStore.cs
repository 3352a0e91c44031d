using System.Security.Cryptography;
using Ledger.Api.Setup;
using Ledger.Log;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ledger.Api.Entries;

/// <summary>A file kept: its hash is its address.</summary>
public sealed record KeptFile(string Sha256, EvidenceType Type, long Size);

/// <summary>Why a file was not kept.</summary>
public enum EvidenceFault
{
    None,
    Empty,
    TooLarge,
    NotAccepted,
}

/// <summary>
/// Evidence by content, under <c>evidence/ab/cd/SHA-256</c> of the data folder: the same content is kept once, and what
/// was answered for is on the disk. Nothing is ever changed or deleted here; a file no event names is harmless.
/// </summary>
public sealed class EvidenceStore
{
    private const string Partial = ".part";
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);
    private readonly string _root;

    public EvidenceStore(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        _root = data.Evidence;
        // By the machine's own clock, which is what files are dated by: by another one a file still being written can look old.
        var old = TimeProvider.System.GetUtcNow().UtcDateTime - Abandoned;
        foreach (var file in Directory.EnumerateFiles(_root, "*" + Partial).Where(f => File.GetLastWriteTimeUtc(f) < old))
            File.Delete(file);
    }

    /// <summary>Takes in a file of unknown size without holding it in memory. On return it outlasts a power cut.</summary>
    /// <exception cref="InvalidDataException">The sender broke off.</exception>
    public async Task<(KeptFile? Kept, EvidenceFault Fault)> KeepAsync(Stream content, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(content);
        var partial = Path.Combine(_root, Guid.CreateVersion7().ToString("N") + Partial);
        try
        {
            KeptFile kept;
            await using (var file = CreatePartial(partial))
            {
                if (await CopyAsync(content, file, ct) is not { } sha256)
                    return (null, EvidenceFault.TooLarge);
                if (file.Length == 0)
                    return (null, EvidenceFault.Empty);
                if (EvidenceType.Of(file) is not { } type)
                    return (null, EvidenceFault.NotAccepted);
                file.Flush(flushToDisk: true);
                kept = new KeptFile(sha256, type, file.Length);
            }

            Settle(partial, kept);
            return (kept, EvidenceFault.None);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Where a file lies whole; null if it is missing or cut short.</summary>
    public string? Find(string sha256, long size)
    {
        var path = PathOf(sha256);
        return IsWhole(path, size) ? path : null;
    }

    /// <summary>The hash of all that was copied; null once it is more than a file may have.</summary>
    private static async Task<string?> CopyAsync(Stream content, FileStream file, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 << 10];
        for (int read; (read = await ReadAsync(content, buffer, ct)) > 0;)
        {
            if (file.Position + read > BodyLimit.Evidence)
                return null;
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        await file.FlushAsync(ct);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Tells a sender who breaks off from a disk that fails.</summary>
    private static async ValueTask<int> ReadAsync(Stream content, byte[] buffer, CancellationToken ct)
    {
        try
        {
            return await content.ReadAsync(buffer, ct);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            throw new InvalidDataException("The content breaks off", e);
        }
    }

    /// <summary>Gives the file its address; one that is already there and whole stays.</summary>
    private void Settle(string partial, KeptFile kept)
    {
        var path = PathOf(kept.Sha256);
        var folder = Path.GetDirectoryName(path)!;
        DataFolder.CreatePrivate(folder);
        if (!IsWhole(path, kept.Size))
            File.Move(partial, path, overwrite: true);
        // All of it, even if another request has made the folders: that one may not have flushed them yet.
        FolderSync.Flush(folder);
        FolderSync.Flush(Path.GetDirectoryName(folder)!);
        FolderSync.Flush(_root);
    }

    private static bool IsWhole(string path, long size) => new FileInfo(path) is { Exists: true } file && file.Length == size;

    private string PathOf(string sha256) => Path.Combine(_root, sha256[..2], sha256[2..4], sha256);

    private static FileStream CreatePartial(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}

public static class EvidenceSetup
{
    public static IServiceCollection AddEvidence(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => DataFolder.FromEnvironment());
        services.AddSingleton<EvidenceStore>();
        return services;
    }
}
