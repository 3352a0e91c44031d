using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Ledger.Api.InspectionPacks;

/// <summary>
/// Writes the pack file by file, nothing held in memory, and last the list of their hashes. Evidence whose content is not what was
/// attached breaks it off: a pack is whole or it is none.
/// </summary>
public sealed class PackWriter : IAsyncDisposable
{
    public const string Manifest = "manifest.sha256";

    private readonly ZipArchive _zip;
    private readonly DateTimeOffset _at;
    private readonly StringBuilder _hashes = new();

    private PackWriter(ZipArchive zip, DateTimeOffset at) => (_zip, _at) = (zip, at);

    /// <param name="to">Where it goes; left open.</param>
    /// <param name="at">The time its files bear: the same log gives the same bytes.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<PackWriter> BeginAsync(Stream to, DateTimeOffset at, CancellationToken ct) =>
        new(await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct), at);

    public Task AddAsync(string name, ReadOnlyMemory<byte> content, CancellationToken ct) =>
        AddAsync(name, new MemoryStream(content.ToArray(), writable: false), null, CompressionLevel.Fastest, ct);

    /// <exception cref="InvalidDataException">The content has another hash.</exception>
    public async Task AddAsync(string name, Stream content, string? sha256, CompressionLevel level, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(content);
        var entry = _zip.CreateEntry(name, level);
        entry.LastWriteTime = _at;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var into = await entry.OpenAsync(ct))
        {
            var buffer = new byte[64 << 10];
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                await into.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }

        var found = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (sha256 is not null && found != sha256)
            throw new InvalidDataException($"{name} is not what was attached");
        _hashes.Append(found).Append("  ").Append(name).Append('\n');
    }

    /// <summary>The list of hashes, as sha256sum reads it.</summary>
    public Task CloseAsync(CancellationToken ct) => AddAsync(Manifest, Encoding.UTF8.GetBytes(_hashes.ToString()), ct);

    public ValueTask DisposeAsync() => _zip.DisposeAsync();
}
