using System.Diagnostics;
using System.Text.RegularExpressions;
using Ledger.Documents.Tests.Fixtures;

namespace Ledger.Documents.Tests.Pdf;

/// <summary>
/// Another's eye on the file: Apache PDFBox's preflight, where it is installed. It knows PDF/A-1b only; what it says must be
/// exactly what PDF/A-3 allows and PDF/A-1 does not.
/// </summary>
public partial class PreflightTests
{
    private const string Jars = "/usr/share/java";

    // Cross-reference streams (1.4), embedded files (1.2.9, 1.4.7), ICC version 4 (2.1.6), no CIDSet (3.1.11), part 3 (7.11.2).
    private static readonly string[] NewerThanPart1 = ["1.2.9", "1.4", "1.4.7", "2.1.6", "3.1.11", "7.11.2"];

    [Theory]
    [MemberData(nameof(FormalSamples.Names), MemberType = typeof(FormalSamples))]
    public async Task preflight_finds_only_what_part_1_forbids_and_part_3_allows(string name)
    {
        Assert.SkipWhen(!File.Exists($"{Jars}/preflight.jar") || !File.Exists($"{Jars}/jaxb-api.jar"), "没有 PDFBox preflight，跳过 (apt-get install default-jre-headless libpdfbox2-java libjaxb-api-java)");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, TestFonts.Render(FormalSamples.Named(name)).Bytes);
            var path = string.Join(':', new[] { "preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api" }.Select(jar => $"{Jars}/{jar}.jar"));
            var start = new ProcessStartInfo("java", ["-cp", path, "org.apache.pdfbox.preflight.Validator_A1b", file]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            var findings = Finding().Matches(string.Concat(said)).Select(match => match.Groups[1].Value).Distinct().ToList();
            Assert.NotEmpty(findings);
            Assert.Empty(findings.Except(NewerThanPart1));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex(@"^\s*([0-9]+(?:\.[0-9]+)+)\s*:", RegexOptions.Multiline)]
    private static partial Regex Finding();
}
