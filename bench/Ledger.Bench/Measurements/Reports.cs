using System.Diagnostics;
using Ledger.Api.Figures;
using Ledger.Api.Reports;
using Ledger.Api.Setup;
using Ledger.Bench.Filling;
using Ledger.Bench.Measuring;
using Ledger.Bench.Processes;
using Ledger.Documents;
using Ledger.Domain.Units;
using Marten;
using Npgsql;

namespace Ledger.Bench.Measurements;

/// <summary>From the figures of the big year to the bytes of its PDF.</summary>
internal static class Reports
{
    /// <summary>In one process, again and again: read the figures, write the text, set the pages.</summary>
    public static async Task MeasureWarmAsync(int size, DocumentStore store, NpgsqlDataSource source, Results results, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var unit = (await session.LoadAsync<Unit>(SyntheticYears.BigUnit, ct))!;
        var writer = new ReportWriter(store, new YearBookReader(store, Api.Access.UnitDatabase.OfOwner(source), new Freshness(source, TimeProvider.System, new AppendBell())), TimeProvider.System);
        var times = new List<(double Model, double All)>();
        var word = new List<double>();
        var bytes = 0;
        for (var i = 0; i < results.Options.Volumes.WarmReports * 3 / 2; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var model = await writer.DraftAsync(unit, SyntheticYears.BigYear, ct);
            var written = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            bytes = PdfRenderer.Render(ReportDocument.Of(model, LayoutProfile.Public), ReportFonts.Library).Bytes.Length;
            times.Add((written, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
            start = Stopwatch.GetTimestamp();
            WordRenderer.Render(ReportDocument.Of(model, LayoutProfile.Public));
            word.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        // The first third is warm-up.
        var warm = times.Skip(results.Options.Volumes.WarmReports / 2).ToList();
        results.Add(size, Names.ReportWarm, warm.Select(t => t.All).Median(), "ms");
        results.Add(size, "report to PDF, warm, of which figures and text", warm.Select(t => t.Model).Median(), "ms");
        results.Add(size, "report as Word file, warm, without figures and text", word.Skip(results.Options.Volumes.WarmReports / 2).Median(), "ms");
        results.Add(size, "report, size of the PDF", bytes / 1024.0, "KB");
    }

    /// <summary><c>report --unit … --out FILE.pdf</c> from the start of its process to its end.</summary>
    public static async Task MeasureColdAsync(int size, string name, BenchCluster cluster, Results results, CancellationToken ct)
    {
        var file = Path.Combine(cluster.Root, "report.pdf");
        var times = new List<double>();
        for (var i = 0; i < results.Options.Volumes.ColdReports; i++)
        {
            File.Delete(file);
            var start = Stopwatch.GetTimestamp();
            var report = Child.Start(Child.Dll("Ledger.Api"), cluster.Root, "report", "--unit", SyntheticYears.BigUnit, "--year", $"{SyntheticYears.BigYear}", "--out", file);
            await Child.RunAsync(report, results.Options.Volumes.Limit, ct);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (!File.Exists(file))
                throw new InvalidOperationException("the report verb wrote no file");
        }

        results.Add(size, name, times.Median(), "ms");
    }
}
