using System.Security.Cryptography;
using System.Text;
using Ledger.Api.Entries;
using Ledger.Api.Setup;

namespace Ledger.Api.Tests.Entries;

public sealed class EvidenceStoreTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ledger-evidence-").FullName;
    private readonly DataFolder _data;
    private readonly EvidenceStore _store;

    public EvidenceStoreTests()
    {
        _data = new DataFolder(_root);
        _store = new EvidenceStore(_data);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string[] Files => Directory.GetFiles(_data.Evidence, "*", SearchOption.AllDirectories);

    private async Task<(KeptFile? Kept, EvidenceFault Fault)> KeepAsync(byte[] content) =>
        await _store.KeepAsync(new MemoryStream(content), Ct);

    [Fact]
    public async Task a_file_is_kept_under_its_hash_and_found_again()
    {
        var content = "会议纪要"u8.ToArray();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));

        var (kept, _) = await KeepAsync(content);

        Assert.Equal(new KeptFile(sha256, EvidenceType.Text, content.Length), kept);
        Assert.Equal([Path.Combine(_data.Evidence, sha256[..2], sha256[2..4], sha256)], Files);
        Assert.Equal(content, await File.ReadAllBytesAsync(_store.Find(sha256, content.Length)!, Ct));
        Assert.Null(_store.Find(sha256, content.Length + 1));
        Assert.Null(_store.Find(new string('0', 64), 1));
    }

    [Fact]
    public async Task the_same_content_is_kept_once_also_when_sent_at_once()
    {
        var content = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 50_000)));

        var kept = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => KeepAsync(content)));

        Assert.Single(kept.Select(k => k.Kept).Distinct());
        Assert.Single(Files);
    }

    [Fact]
    public async Task a_file_cut_short_on_the_disk_is_made_whole_by_the_same_content()
    {
        var content = "签到表"u8.ToArray();
        var (kept, _) = await KeepAsync(content);
        await File.WriteAllBytesAsync(Files[0], content[..3], Ct);
        Assert.Null(_store.Find(kept!.Sha256, kept.Size));

        await KeepAsync(content);

        Assert.Equal(content, await File.ReadAllBytesAsync(_store.Find(kept.Sha256, kept.Size)!, Ct));
    }

    [Fact]
    public async Task twenty_megabytes_are_kept_and_a_byte_more_leaves_nothing()
    {
        var largest = new byte[BodyLimit.Evidence];
        "%PDF-1.7"u8.CopyTo(largest);

        Assert.Equal((null, EvidenceFault.TooLarge), await KeepAsync([.. largest, 0]));
        Assert.Empty(Files);
        Assert.Equal(EvidenceFault.None, (await KeepAsync(largest)).Fault);
    }

    [Fact]
    public async Task nothing_is_left_of_what_is_refused_or_breaks_off()
    {
        Assert.Equal((null, EvidenceFault.Empty), await KeepAsync([]));
        Assert.Equal((null, EvidenceFault.NotAccepted), await KeepAsync("<html></html>"u8.ToArray()));
        await Assert.ThrowsAsync<InvalidDataException>(() => _store.KeepAsync(new BrokenStream(), Ct));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task partial_files_of_a_crash_are_swept_after_a_day()
    {
        var old = Path.Combine(_data.Evidence, "old.part");
        var young = Path.Combine(_data.Evidence, "young.part");
        await File.WriteAllTextAsync(old, "x", Ct);
        await File.WriteAllTextAsync(young, "x", Ct);
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));

        _ = new EvidenceStore(_data);

        Assert.Equal([young], Files);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("gone");
    }
}
