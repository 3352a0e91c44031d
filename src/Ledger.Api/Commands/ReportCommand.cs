using System.Globalization;
using Ledger.Api.Figures;
using Ledger.Api.Reports;
using Ledger.Api.Sealing;
using Ledger.Api.Setup;
using Ledger.Documents;
using Ledger.Domain.Reports;
using Ledger.Domain.Units;
using Marten;
using Npgsql;

namespace Ledger.Api.Commands;

/// <summary><c>report --unit U --year Y --out FILE [--edition N|latest] [--profile P] [--annexes A] [--template T]</c>: .pdf, .docx or .html by the file's name.</summary>
public static class ReportCommand
{
    private const string Usage =
        "用法 | usage: ./run report --unit U --year Y --out FILE.pdf|FILE.docx|FILE.html [--edition N|latest] [--profile public|formal|preprinted] [--annexes figures|entries] [--template annual-report|publicity-duty|law-study|duty-statement]";

    /// <summary>
    /// While the database is opened, the other core loads template and fonts and sets a page that nobody sees: half of a
    /// new process's time goes into compiling code.
    /// </summary>
    public static void Ahead() => Task.Run(() =>
    {
        ReportWriter.LoadTemplate();
        try
        {
            PdfRenderer.Render(Specimen, ReportFonts.Library);
        }
        catch (DocumentException)
        {
            // The report itself will say what is missing.
        }
    });

    private static readonly OfficialDocument Specimen = new()
    {
        Title = "年度报告",
        Author = "法治台账",
        IssuedAt = DateTimeOffset.UnixEpoch,
        Body = [new Heading(1, "一、工作情况"), new Paragraph([new Run("全年提供服务"), new Run("20") { FigureCode = "legal-service" }, new Run("次。")])],
        Annexes = [new Annex("统计表", [new Table { Columns = [new TableColumn("指标"), new TableColumn("本年", 1, ColumnAlignment.Decimal)], Rows = [TableRow.Of("服务", "20")] }])],
    };

    public static async Task<int> RunAsync(string[] args, IDocumentStore store, NpgsqlDataSource database, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var given = new Arguments(args, "unit", "year", "out", "edition", "profile", "annexes", "template");
        var (code, file) = (given.Need("unit"), given.Need("out"));
        var (edition, number) = (given["edition"], 0);
        var kind = Path.GetExtension(file).ToLowerInvariant();
        if (!int.TryParse(given.Need("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || given.Error is not null
            || kind is not (".pdf" or ".docx" or ".html")
            || GetReport.ProfileOf(given["profile"]) is not { } profile
            || given["annexes"] is not (null or "figures" or "entries")
            || Templates.Find(given["template"]) is not { } template
            || (edition is not null && template.Code != Templates.Yearly)
            || !(edition is null or "latest" || int.TryParse(edition, NumberStyles.None, CultureInfo.InvariantCulture, out number)))
        {
            await error.WriteLineAsync(given.Error ?? Usage);
            return 2;
        }

        await using var session = store.QuerySession();
        if (await session.LoadAsync<Unit>(code, ct) is not { } unit)
        {
            await error.WriteLineAsync($"没有代码为“{code}”的单位 | there is no unit with the code '{code}'");
            return 1;
        }

        var reports = new ReportWriter(store, new YearBookReader(store, Access.UnitDatabase.OfOwner(database), new Freshness(database, TimeProvider.System, new AppendBell())), TimeProvider.System);
        var frozen = edition is null ? null : await reports.EditionAsync(code, year, edition == "latest" ? null : number, ct);
        var model = edition is null ? await reports.DraftAsync(unit, year, ct, template: template) : frozen is null ? null : await reports.PrintedAsync(frozen, ct);
        if (model is null)
        {
            await error.WriteLineAsync($"{year} 年没有这一版报告 | there is no such edition of {year}");
            return 1;
        }

        var entries = given["annexes"] == "entries" ? await reports.EntriesAsync(model, ct) : null;
        if (entries is null && given["annexes"] == "entries")
        {
            await error.WriteLineAsync($"登记超过 {EntryIndex.LargestInPrint} 条，不宜印成索引，请用导出 | more than {EntryIndex.LargestInPrint} entries are not printed as an index; export them instead");
            return 1;
        }

        var keys = new LogKeys(DataFolder.FromEnvironment());
        using var http = new HttpClient();
        var editions = new EditionDocument(new EditionLog(
            database, new UnitLog(database, keys, new Sealer(database, keys)), keys, new Witnesses(database, keys, DataFolder.FromEnvironment(), http)));
        var document = await editions.ComposeAsync(model, profile, frozen, entries, ct);
        if (kind == ".html")
            await File.WriteAllTextAsync(file, HtmlRenderer.Render(document), ct);
        else
            await File.WriteAllBytesAsync(file, kind == ".docx" ? WordRenderer.Render(document) : await editions.PdfAsync(document, frozen, ct), ct);
        foreach (var finding in model.Findings)
            await error.WriteLineAsync($"待核 | finding: {finding.Place}: {finding.Text} — {finding.Message}");
        await output.WriteLineAsync(Path.GetFullPath(file));
        return 0;
    }
}
