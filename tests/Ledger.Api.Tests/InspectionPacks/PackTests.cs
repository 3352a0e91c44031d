using System.IO.Compression;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Ledger.Api.Entries;
using Ledger.Api.InspectionPacks;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.InspectionPacks;

/// <summary>The inspection pack holds what it lists, hash for hash, or there is none.</summary>
public sealed class PackTests(LedgerFixture ledger)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task holds_index_entries_and_evidence_with_the_hashes_of_all()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        await ledger.LogAsync(unit, "annual-plan", new { occurredOn = "2023-02-01", planYear = 2023 });
        await AttachAsync(unit, id, "签到表 一.pdf", "%PDF-1.4 签到 %%EOF");
        await AttachAsync(unit, id, "签到表 一.pdf", "%PDF-1.4 签到之二 %%EOF");
        using var zip = await PackAsync(unit, "");
        Assert.Equal(["entries.jsonl", "figures.json", "index.pdf", "manifest.sha256"], zip.Entries.Select(e => e.FullName).Where(n => !n.StartsWith("evidence/", StringComparison.Ordinal)).Order());
        Assert.Equal(2, zip.Entries.Count(e => e.FullName.StartsWith("evidence/", StringComparison.Ordinal) && e.FullName.EndsWith("签到表_一.pdf", StringComparison.Ordinal)));
        var listed = Encoding.UTF8.GetString(await ReadAsync(zip, "manifest.sha256")).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(l => l[66..], l => l[..64]);
        Assert.Equal(zip.Entries.Select(e => e.FullName).Where(n => n != "manifest.sha256").Order(), listed.Keys.Order());
        foreach (var (name, sha256) in listed)
            Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(await ReadAsync(zip, name))));
        Assert.Equal(2, Encoding.UTF8.GetString(await ReadAsync(zip, "entries.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.True((await ReadAsync(zip, "index.pdf")).AsSpan().StartsWith("%PDF-"u8));
    }

    [Theory]
    [InlineData("?figures=legal-service", 2)]
    [InlineData("?figures=legal-service,annual-plans", 3)]
    [InlineData("?from=2023-06-01", 1)]
    [InlineData("?to=2023-02-28", 1)]
    [InlineData("?figures=litigations", 0)]
    public async Task holds_what_was_asked_for(string query, int entries)
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        await ledger.LogServiceAsync(unit, "2023-09-01");
        await ledger.LogAsync(unit, "annual-plan", new { occurredOn = "2023-02-01", planYear = 2023 });
        using var zip = await PackAsync(unit, query);
        Assert.Equal(entries, Encoding.UTF8.GetString(await ReadAsync(zip, "entries.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("application/pdf", (await ledger.GetAsync($"/api/units/{unit}/inspection/2023.pdf{query}")).Is(200).MediaType);
    }

    [Theory]
    [InlineData("2023", "?figures=banquets", "figures")]
    [InlineData("2023", "?from=2022-12-31", "from")]
    [InlineData("2023", "?from=2023-05-02&to=2023-05-01", "to")]
    [InlineData("1850", "", "year")]
    public async Task what_cannot_be_asked_for_is_named(string year, string query, string path)
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.GetAsync($"/api/units/{unit}/inspection/{year}.zip{query}")).RefusesField(path);
        (await ledger.GetAsync($"/api/units/{unit}/inspection/{year}.pdf{query}")).RefusesField(path);
    }

    [Fact]
    public async Task a_file_that_is_missing_makes_no_pack_and_is_named()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        await AttachAsync(unit, id, "记录.pdf", $"%PDF-1.4 {unit} %%EOF");
        var kept = (await ledger.EntryAsync(unit, id)).GetProperty("evidence")[0];
        File.Delete(ledger.Host.Services.GetRequiredService<EvidenceStore>().Find(kept.Text("sha256")!, kept.GetProperty("size").GetInt64())!);
        var refused = (await ledger.GetAsync($"/api/units/{unit}/inspection/2023.zip")).Refuses(500, "evidence-missing");
        Assert.Contains("记录.pdf", refused.Errors.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_name_stays_in_its_folder_and_means_nothing_to_any_system() =>
        Gen.OneOf(Gen.String, Gen.OneOf<string>("../../etc/passwd", "CON.txt", "a/b\\c:d", "....", ".pdf", "\u202Egnp.exe", "报告（定稿）.pdf", "nul", new string('长', 300) + ".docx")).Sample(name =>
        {
            var safe = PackNames.Of(123, 1, name);
            Assert.Matches(@"^evidence/00123-1-[^/\\:*?""<>|\p{C}]{1,75}$", safe);
            Assert.DoesNotContain("..", safe.Split('-', 3)[2], StringComparison.Ordinal);
        });

    private async Task<ZipArchive> PackAsync(string unit, string query)
    {
        var answer = await ledger.Client.GetAsync($"/api/units/{unit}/inspection/2023.zip{query}", Ct);
        Assert.Equal((200, "application/zip"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Ct)));
    }

    private static async Task<byte[]> ReadAsync(ZipArchive zip, string name)
    {
        await using var content = await zip.GetEntry(name)!.OpenAsync(Ct);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, Ct);
        return bytes.ToArray();
    }

    private async Task AttachAsync(string unit, Guid id, string name, string content)
    {
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var form = new MultipartFormDataContent { { file, "file", name } };
        (await ledger.SendAsync(HttpMethod.Post, $"/api/units/{unit}/entries/{id}/evidence", form)).Is(201);
    }
}
