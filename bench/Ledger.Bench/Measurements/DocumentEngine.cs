using System.Diagnostics;
using System.Globalization;
using Ledger.Api.Reports;
using Ledger.Bench.Filling;
using Ledger.Bench.Measuring;
using Ledger.Bench.Processes;
using Ledger.Documents;

namespace Ledger.Bench.Measurements;

/// <summary>The document engine alone, on an invented report: no store, no figures to count.</summary>
internal static class DocumentEngine
{
    private const string Program = "Ledger.Bench.Document";
    private const int Sections = SampleDocument.Sections, LongSections = 185;

    public static async Task MeasureAsync(int size, Results results, CancellationToken ct)
    {
        Warm(size, results);
        var peaks = await ColdAsync(size, Names.DocumentCold, Child.DllAhead(Program), results, ct);
        results.Add(size, Names.DocumentMemory, peaks.Max(), "MB");
        await ColdAsync(size, Names.DocumentJit, Child.Dll(Program), results, ct);
    }

    /// <summary>From start to exit of the process; returns the peaks of its memory.</summary>
    private static async Task<List<double>> ColdAsync(int size, string name, string program, Results results, CancellationToken ct)
    {
        var (times, peaks) = (new List<double>(), new List<double>());
        for (var i = 0; i < results.Options.Volumes.ColdReports; i++)
        {
            var start = Child.Start(program, Path.GetTempPath());
            var began = Stopwatch.GetTimestamp();
            var peak = await Child.RunAsync(start, results.Options.Volumes.Limit, ct);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            peaks.Add(double.Parse(peak, CultureInfo.InvariantCulture) / 1024);
        }

        results.Add(size, name, times.Median(), "ms");
        return peaks;
    }

    private static void Warm(int size, Results results)
    {
        var (document, fonts) = (SampleDocument.Of(Sections), ReportFonts.Library);
        var pdf = PdfRenderer.Render(document, fonts);
        var rounds = results.Options.Volumes.WarmReports;
        results.Add(size, "document, pages", pdf.Pages, "");
        results.Add(size, Names.DocumentSize, pdf.Bytes.Length / 1024.0, "KB");
        results.Add(size, Names.DocumentWarm, Median(() => PdfRenderer.Render(document, fonts), rounds), "ms");
        results.Add(size, Names.DocumentWord, Median(() => WordRenderer.Render(document), rounds), "ms");
        results.Add(size, "document to HTML, warm", Median(() => HtmlRenderer.Render(document), rounds), "ms");
        var book = SampleDocument.Of(LongSections);
        results.Add(size, "long document, pages", PdfRenderer.Render(book, fonts).Pages, "");
        results.Add(size, Names.DocumentLong, Median(() => PdfRenderer.Render(book, fonts), Math.Max(3, rounds / 6)), "ms");
    }

    // The first half is warm-up.
    private static double Median(Action render, int rounds)
    {
        var times = new List<double>();
        for (var i = 0; i < 2 * rounds; i++)
        {
            var began = Stopwatch.GetTimestamp();
            render();
            if (i >= rounds)
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return times.Median();
    }
}
