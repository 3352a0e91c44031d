using Ledger.Bench.Filling;
using Ledger.Documents;

// One report and nothing else in the process; what it says is the peak of its memory as the system tells it, in kilobytes.
// The fonts are those the bench measures with.
const string Peak = "VmHWM:";
var fonts = FontLibrary.Discover([Environment.GetEnvironmentVariable("LEDGER_FONTS") ?? ""]);
PdfRenderer.Render(SampleDocument.Of(SampleDocument.Sections), fonts);
foreach (var line in File.ReadLines("/proc/self/status"))
{
    if (line.StartsWith(Peak, StringComparison.Ordinal)) Console.WriteLine(line[Peak.Length..^2].Trim());
}
