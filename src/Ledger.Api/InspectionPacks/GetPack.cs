using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Ledger.Api.Entries;
using Ledger.Api.Figures;
using Ledger.Api.Reports;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Documents;
using Ledger.Domain;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Reports;
using Ledger.Domain.Units;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.InspectionPacks;

/// <summary>The inspection pack (检查档案): index, entries and evidence behind figures and days, as one file; or its index alone.</summary>
public static class GetPack
{
    [WolverineGet("/api/units/{unit}/inspection/{year}.zip")]
    public static async Task<IResult> Zip(
        string unit, int year, string? figures, string? from, string? to, HttpContext http, KnownUnits units, IQuerySession session, YearBookReader books, EvidenceStore evidence, CancellationToken ct)
    {
        var (pack, refusal) = await ReadAsync(unit, year, figures, from, to, http, units, session, books, ct);
        if (refusal is not null)
            return refusal;
        var missing = pack!.Entries.SelectMany(e => e.Entry.Evidence.Where(f => evidence.Find(f.Sha256, f.Size) is null).Select(f => new Problem(
            $"evidence/{e.Number}", $"{f.FileName} 的文件缺失或不完整", $"The file {f.FileName} is missing or cut short"))).Take(50).ToList();
        if (missing.Count > 0)
            return Results.Problem(http.Refuse(500, "evidence-missing", "有佐证材料的文件缺失或不完整，档案不能成包，请联系管理员从备份恢复", "Evidence is missing or cut short: restore it from a backup", missing));
        var file = Temporary();
        try
        {
            await WriteAsync(pack, evidence, file, ct);
            file.Position = 0;
            return Results.Stream(file, "application/zip", $"{unit}-{year}-inspection.zip");
        }
        catch (InvalidDataException e)
        {
            await file.DisposeAsync();
            return Results.Problem(http.Refuse(500, "evidence-missing", "有佐证材料的内容与登记时不同，档案不能成包，请联系管理员从备份恢复", "Evidence is not what was attached: restore it from a backup", [new Problem("evidence", e.Message, e.Message)]));
        }
    }

    [WolverineGet("/api/units/{unit}/inspection/{year}.pdf")]
    public static async Task<IResult> Pdf(
        string unit, int year, string? figures, string? from, string? to, HttpContext http, KnownUnits units, IQuerySession session, YearBookReader books, CancellationToken ct)
    {
        var (pack, refusal) = await ReadAsync(unit, year, figures, from, to, http, units, session, books, ct);
        return refusal ?? Results.File(Index(pack!), "application/pdf", $"{unit}-{year}-inspection.pdf");
    }

    private sealed record Pack(Unit Unit, PackSelection Selection, YearBook Book, IReadOnlyList<IndexedEntry> Entries);

    private static async Task<(Pack? Pack, IResult? Refusal)> ReadAsync(
        string unit, int year, string? figures, string? from, string? to, HttpContext http, KnownUnits units, IQuerySession session, YearBookReader books, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return (null, Results.Problem(http.UnknownUnit(unit)));
        var (selection, problems) = PackSelection.Of(year, figures, from, to);
        if (selection is null)
            return (null, Results.Problem(http.Invalid(problems)));
        var book = (await books.ReadAsync(unit, year, null, ct))!;
        // What is attached after the last counted event belongs to the pack as well.
        return await EntryIndex.ReadAsync(session, year, long.MaxValue, ct) is { } entries
            ? (new Pack(known, selection, book, [.. entries.Where(selection.Takes)]), null)
            : (null, Results.Problem(http.Refuse(422, "too-many-entries", $"登记超过 {EntryIndex.LargestInPrint} 条，请按指标或日期缩小范围后用导出", $"More than {EntryIndex.LargestInPrint} entries; export them instead")));
    }

    /// <summary>Whole before the first byte of it is sent; gone when it is closed, and nobody else's to read.</summary>
    private static FileStream Temporary()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"ledger-pack-{Guid.CreateVersion7():N}.zip"), options);
    }

    private static byte[] Index(Pack pack) =>
        PdfRenderer.Render(PackDocument.Of(pack.Unit, pack.Selection, pack.Book, pack.Entries), ReportFonts.Library).Bytes;

    private static async Task WriteAsync(Pack pack, EvidenceStore evidence, Stream to, CancellationToken ct)
    {
        await using var zip = await PackWriter.BeginAsync(to, pack.Book.KnownAt ?? new DateTimeOffset(pack.Selection.Year, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)), ct);
        await zip.AddAsync("index.pdf", Index(pack), ct);
        await zip.AddAsync("entries.jsonl", Encoding.UTF8.GetBytes(string.Concat(pack.Entries.Select(Line))), ct);
        await zip.AddAsync("figures.json", JsonSerializer.SerializeToUtf8Bytes(Figure.ReadAll(pack.Book, pack.Unit.Enforcement), LedgerJson.Options), ct);
        foreach (var (number, entry) in pack.Entries)
        {
            for (var i = 0; i < entry.Evidence.Count; i++)
            {
                var file = entry.Evidence[i];
                await using var content = File.OpenRead(evidence.Find(file.Sha256, file.Size) ?? throw new InvalidDataException($"{file.Sha256} is gone"));
                // Pictures and PDF are compressed already.
                await zip.AddAsync(PackNames.Of(number, i + 1, file.FileName), content, file.Sha256, CompressionLevel.NoCompression, ct);
            }
        }

        await zip.CloseAsync(ct);
    }

    private static string Line(IndexedEntry indexed) =>
        JsonSerializer.Serialize(new { number = indexed.Number, kind = Catalogue.KindOf(indexed.Entry.Activity).Code, entry = indexed.Entry }, LedgerJson.Options) + "\n";
}
