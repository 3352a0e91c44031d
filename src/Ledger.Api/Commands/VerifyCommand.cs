using System.Globalization;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Marten;
using Npgsql;

namespace Ledger.Api.Commands;

/// <summary>
/// <c>verify [--unit U] [--year Y] [--file EXPORT.jsonl]</c>: every figure counted three times, 0 when all agree, 1 when
/// not. The outcome is remembered; a look at a part that found nothing is not, as it says nothing about the rest.
/// </summary>
public static class VerifyCommand
{
    private const string Usage = "用法 | usage: ./run verify [--unit U] [--year Y] [--file EXPORT.jsonl]";

    public static async Task<int> RunAsync(string[] args, IDocumentStore store, NpgsqlDataSource database, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var given = new Arguments(args, "unit", "year", "file");
        var (unit, file) = (given["unit"], given["file"]);
        var year = int.TryParse(given["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is >= 2000 and <= 9999 ? y : (int?)null;
        var problem =
            given.Error
            ?? (given.Words.Count > 0 || (given["year"] is not null && year is null) ? "" : null)
            ?? (file is not null && !File.Exists(file) ? $"没有文件 {file} | there is no file {file}" : null)
            ?? (unit is not null && !await ExportCommand.KnowsAsync(store, unit, ct) ? $"没有单位“{unit}” | there is no unit '{unit}'" : null);
        if (problem is not null)
        {
            await error.WriteLineAsync($"{problem}\n{Usage}".TrimStart('\n'));
            return 2;
        }

        try
        {
            var progress = new WrittenProgress(error);
            var result = file is null
                ? await Verification.RunAsync(store, database, unit, year, progress, ct)
                : await AgainstAsync(file);
            await ReportAsync(result, file, output);
            if (!result.Agrees || (unit, year, file) == default)
                await RememberAsync(store, result, unit, year, ct);
            return result.Agrees ? 0 : 1;

            async Task<VerificationResult> AgainstAsync(string path)
            {
                await using var export = File.OpenRead(path);
                return await Verification.AgainstAsync(store, database, export, unit, year, progress, ct);
            }
        }
        catch (Exception e) when (e is ExportUnreadableException or YearBooksBehindException)
        {
            await error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static async Task ReportAsync(VerificationResult result, string? file, TextWriter output)
    {
        await output.WriteLineAsync($"""
            三种算法核对：投影（登记时累加）、SQL（数据库中按口径重算）、离线重算（{(file is null ? "导出流" : file)}）
            范围：{result.Units} 个单位，{result.Years} 个单位年度，{result.Cells} 个数；截至第 {result.Sequence} 号事件
            """);
        if (result.ChangedSince > 0)
            await output.WriteLineAsync($"其中 {result.ChangedSince} 个单位年度在导出之后又有登记，只核对 SQL 与文件");
        foreach (var difference in result.Differences)
            await output.WriteLineAsync(Text(difference));
        await output.WriteLineAsync(result.Agrees ? "结果：一致" : $"结果：{result.Differences.Count} 处不一致");
        await output.WriteLineAsync(result.Agrees
            ? $"agreed: {result.Cells} cells of {result.Years} unit-years at event {result.Sequence}"
            : $"DIFFER: {result.Differences.Count} of {result.Cells} cells at event {result.Sequence}");
    }

    private static string Text(Difference difference)
    {
        var entries = difference.Entries.Count == 0
            ? "无"
            : string.Join(" ", difference.Entries) + (difference.MoreEntries ? " …（还有更多）" : "");
        return $"""
            ✗ {difference.Unit} {difference.Year} 年 {Heading(difference.Figure)} 〔{difference.Cell.ReplaceLineEndings(" ")}〕
              投影 {Said(difference.Projection)}
              SQL  {Said(difference.Sql)}
              离线 {Said(difference.Offline)}
              相关登记：{entries}
            """;

        string Said(Tally? tally) => tally switch
        {
            null => "未核对",
            { } t when difference.IsNilReturn => t.Entries > 0 ? "已确认为零" : "未确认",
            { } t => $"{t.Sum:0.##}（{t.Entries} 项，{t.Inexact} 项为约数）",
        };
    }

    private static string Heading(string figure) =>
        $"{figure} {Catalogue.FindFigure(figure)?.Name}".ReplaceLineEndings(" ");

    private static async Task RememberAsync(IDocumentStore store, VerificationResult result, string? unit, int? year, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Store(new LastVerification
        {
            At = TimeProvider.System.GetUtcNow(),
            Sequence = result.Sequence,
            Differences = result.Differences.Count,
            Units = result.Units,
            Years = result.Years,
            Cells = result.Cells,
            Unit = unit,
            Year = year,
        });
        await session.SaveChangesAsync(ct);
    }
}
