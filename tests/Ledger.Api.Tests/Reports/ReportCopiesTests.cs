using System.Text;
using System.Text.Json;
using UglyToad.PdfPig;

namespace Ledger.Api.Tests.Reports;

/// <summary>The copies of a report: the one that goes upward, the one for the web, with or without the entries behind it.</summary>
public sealed class ReportCopiesTests(LedgerFixture ledger)
{
    [Fact]
    public async Task the_copy_that_goes_upward_carries_number_signer_and_imprint_and_the_public_one_none()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        (await FreezeAsync(unit, new { documentNumber = "沈招商〔2024〕3号", signer = "王某某" })).Is(201);
        foreach (var profile in new[] { "formal", "preprinted" })
        {
            var text = Text(await PdfAsync(unit, $"edition=1&profile={profile}"));
            Assert.Contains("沈招商〔2024〕3号", text, StringComparison.Ordinal);
            Assert.Contains("签发人", text, StringComparison.Ordinal);
            Assert.Contains("王某某", text, StringComparison.Ordinal);
            Assert.Contains("印发", text, StringComparison.Ordinal);
        }

        var copy = Text(await PdfAsync(unit, "edition=1"));
        Assert.DoesNotContain("沈招商", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("签发人", copy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("沈招商[2024]3号")]
    [InlineData("沈招商〔24〕3号")]
    [InlineData("沈招商〔2024〕03号")]
    [InlineData("沈招商〔2024〕第3号")]
    [InlineData("〔2024〕3号")]
    public async Task a_document_number_is_written_as_the_standard_writes_it(string number)
    {
        var unit = await ledger.NewUnitAsync();
        (await FreezeAsync(unit, new { documentNumber = number })).RefusesField("documentNumber");
    }

    [Fact]
    public async Task the_index_lists_every_entry_that_counts_and_the_public_copy_only_public_ones()
    {
        var unit = await ledger.NewUnitAsync();
        var open = await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-03-01", form = "lecture", title = "讲解行政处罚法", openness = "public" });
        var inner = await ledger.LogServiceAsync(unit);
        var taken = await ledger.LogServiceAsync(unit);
        (await ledger.VoidAsync(unit, taken, 1)).Is(200);
        await ledger.LogAsync(unit, "law-study", new { occurredOn = "2022-03-01", form = "lecture" });

        var whole = await PdfAsync(unit, "profile=formal&annexes=entries");
        Assert.Equal(new[] { open, inner }.Order(), Entries(whole).Order());
        Assert.Contains("讲解行政处罚法", Text(whole), StringComparison.Ordinal);

        var copy = await PdfAsync(unit, "annexes=entries");
        Assert.Equal([open], Entries(copy));
        Assert.Contains("另有1条登记为内部", Text(copy), StringComparison.Ordinal);
        Assert.Empty(Entries(await PdfAsync(unit, "annexes=figures")));
    }

    [Fact]
    public async Task an_editions_index_shows_its_entries_as_they_were()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-03-01", form = "lecture", title = "定稿时的题目" });
        (await FreezeAsync(unit, new { })).Is(201);
        var before = await PdfAsync(unit, "edition=1&profile=formal&annexes=entries");
        (await ledger.PostAsync($"/api/units/{unit}/years/2023/reopen", new { reason = "补正题目" })).Is(200);
        (await ledger.CorrectAsync(unit, id, 1, new { occurredOn = "2023-03-01", form = "lecture", title = "后来改的题目" })).Is(200);
        Assert.Equal(before, await PdfAsync(unit, "edition=1&profile=formal&annexes=entries"));
        Assert.Contains("后来改的题目", Text(await PdfAsync(unit, "profile=formal&annexes=entries")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task annexes_that_do_not_exist_are_refused()
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.GetAsync($"/api/units/{unit}/reports/2023.pdf?annexes=all")).RefusesField("annexes");
    }

    private Task<Answer> FreezeAsync(string unit, object body) => ledger.PostAsync($"/api/units/{unit}/reports/2023/editions", body);

    private async Task<byte[]> PdfAsync(string unit, string query)
    {
        using var answer = await ledger.Client.GetAsync($"/api/units/{unit}/reports/2023.pdf?{query}", TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static string Text(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        return string.Concat(pdf.GetPages().SelectMany(p => p.Letters).Select(l => l.Value)).Replace(" ", "", StringComparison.Ordinal);
    }

    private static List<Guid> Entries(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        if (!pdf.Advanced.TryGetEmbeddedFiles(out var files) || files.FirstOrDefault(f => f.Name == "entries.jsonl") is not { } entries)
            return [];
        return [.. Encoding.UTF8.GetString(entries.Memory.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("entry").GetProperty("id").GetGuid())];
    }
}
