using System.Security.Cryptography;

namespace Ledger.Api.Tests.Entries;

public sealed class EvidenceTests(LedgerFixture ledger)
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(5000), .. "\n%%EOF"u8];

    [Fact]
    public async Task a_file_comes_back_as_it_was_sent()
    {
        var (unit, id) = await LoggedAsync();
        var answer = (await AttachAsync(unit, id, Pdf, "签到表.pdf")).Is(201);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Pdf));
        Assert.Equal((sha256, "签到表.pdf", "application/pdf", (long)Pdf.Length, 2),
            (answer["sha256"].GetString(), answer["fileName"].GetString(), answer["mediaType"].GetString(), answer["size"].GetInt64(), answer["version"].GetInt32()));
        Assert.Equal($"/api/units/{unit}/entries/{id}/evidence/{sha256}", answer.Location);
        using var got = await ledger.Client.GetAsync(answer.Location, TestContext.Current.CancellationToken);
        Assert.Equal(Pdf, await got.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/pdf", got.Content.Headers.ContentType!.MediaType);
        var entry = await ledger.EntryAsync(unit, id);
        Assert.Equal(sha256, Assert.Single(entry.GetProperty("evidence").EnumerateArray()).Text("sha256"));
        Assert.Equal("evidence", entry.GetProperty("history")[1].Text("what"));
    }

    [Fact]
    public async Task the_same_file_again_adds_nothing()
    {
        var (unit, id) = await LoggedAsync();
        (await AttachAsync(unit, id, Pdf, "一.pdf")).Is(201);
        var again = (await AttachAsync(unit, id, Pdf, "二.pdf")).Is(200);
        Assert.Equal(("一.pdf", 2), (again["fileName"].GetString(), again["version"].GetInt32()));
        Assert.Equal(2, (await ledger.EntryAsync(unit, id)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task files_sent_at_once_are_all_kept()
    {
        var (unit, id) = await LoggedAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => AttachAsync(unit, id, [.. Pdf, (byte)i], $"{i}.pdf")));
        Assert.All(answers, a => a.Is(201));
        Assert.Equal(8, (await ledger.EntryAsync(unit, id)).GetProperty("evidence").GetArrayLength());
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "legal-service"));
    }

    [Fact]
    public async Task what_is_no_document_is_refused_whatever_its_name_says()
    {
        var (unit, id) = await LoggedAsync();
        (await AttachAsync(unit, id, [0x4D, 0x5A, 0, 0, 3, 0, 0, 0], "签到表.pdf")).Refuses(415, "evidence-type");
        (await AttachAsync(unit, id, "<html><script>alert(1)</script></html>"u8.ToArray(), "照片.png")).Refuses(415, "evidence-type");
        (await AttachAsync(unit, id, [], "空.pdf")).RefusesField("file");
        Assert.Equal(1, (await ledger.EntryAsync(unit, id)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task what_is_no_upload_is_refused()
    {
        var (unit, id) = await LoggedAsync();
        (await ledger.PostAsync($"/api/units/{unit}/entries/{id}/evidence", new { file = "x" })).Refuses(415, "media-type");
        using var nothing = new MultipartFormDataContent();
        (await ledger.PostAsync($"/api/units/{unit}/entries/{id}/evidence", nothing)).Is(400);
        using var two = Form(Pdf, "一.pdf");
        two.Add(new ByteArrayContent(Pdf), "file", "二.pdf");
        (await ledger.PostAsync($"/api/units/{unit}/entries/{id}/evidence", two)).RefusesField("file");
    }

    [Fact]
    public async Task a_void_entry_takes_no_evidence()
    {
        var (unit, id) = await LoggedAsync();
        (await ledger.VoidAsync(unit, id, 1)).Is(200);
        (await AttachAsync(unit, id, Pdf, "一.pdf")).Refuses(409, "entry-void");
    }

    [Fact]
    public async Task evidence_survives_a_correction_and_makes_its_version_stale()
    {
        var (unit, id) = await LoggedAsync();
        var kept = (await AttachAsync(unit, id, Pdf, "一.pdf")).Is(201);
        (await ledger.CorrectAsync(unit, id, 1, LedgerVerbs.Service("2023-04-01"))).Refuses(409, "stale-version");
        (await ledger.CorrectAsync(unit, id, 2, LedgerVerbs.Service("2023-04-01"))).Is(200);
        (await ledger.GetAsync(kept.Location!)).Is(200);
        Assert.Equal(1, (await ledger.EntryAsync(unit, id)).GetProperty("evidence").GetArrayLength());
    }

    private async Task<(string Unit, Guid Id)> LoggedAsync()
    {
        var unit = await ledger.NewUnitAsync();
        return (unit, await ledger.LogServiceAsync(unit));
    }

    private async Task<Answer> AttachAsync(string unit, Guid id, byte[] bytes, string name)
    {
        using var form = Form(bytes, name);
        return await ledger.PostAsync($"/api/units/{unit}/entries/{id}/evidence", form);
    }

    private static MultipartFormDataContent Form(byte[] bytes, string name) => new() { { new ByteArrayContent(bytes), "file", name } };
}
