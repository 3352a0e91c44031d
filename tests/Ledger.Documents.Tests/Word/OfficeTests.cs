using System.Diagnostics;
using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;

namespace Ledger.Documents.Tests.Word;

/// <summary>What LibreOffice makes of the file, where it is installed.</summary>
public class OfficeTests
{
    [Fact]
    public async Task libreoffice_sets_it_on_as_many_pages_as_the_pdf()
    {
        var office = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(office is null, "没有 LibreOffice，跳过 Word 版面比对 (soffice is not on the path: apt-get install libreoffice-writer)");
        var folder = Directory.CreateTempSubdirectory("ledger-word-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "report.docx"), WordRenderer.Render(Samples.Report));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "fonts.conf"), Fonts(folder.FullName));
            var start = new ProcessStartInfo(office!) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in new[] { $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "pdf", "report.docx" })
                start.ArgumentList.Add(argument);
            start.Environment["FONTCONFIG_FILE"] = Path.Combine(folder.FullName, "fonts.conf");
            using var process = Process.Start(start)!;
            var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            await process.WaitForExitAsync(limit.Token);
            var file = Path.Combine(folder.FullName, "report.pdf");
            Assert.True(File.Exists(file), string.Concat(await said));
            using var pdf = PdfDocument.Open(file);
            Assert.InRange(pdf.NumberOfPages, TestFonts.Render(Samples.Report).Pages - 1, TestFonts.Render(Samples.Report).Pages + 1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The office's faces are not here: what stands in for them in the PDF does so here too.
    private static string Fonts(string folder)
    {
        var dirs = string.Concat(TestFonts.Folders.Where(Directory.Exists).Select(dir => $"<dir>{dir}</dir>"));
        (string Office, string Free)[] pairs = [("仿宋_GB2312", "FandolFang"), ("方正小标宋简体", "FandolSong"), ("黑体", "FandolHei"), ("楷体_GB2312", "FandolKai"), ("宋体", "FandolSong")];
        var aliases = string.Concat(pairs.Select(p => $"<alias binding=\"same\"><family>{p.Office}</family><prefer><family>{p.Free}</family></prefer></alias>"));
        return $"<?xml version=\"1.0\"?><fontconfig><cachedir>{folder}/cache</cachedir>{dirs}{aliases}</fontconfig>";
    }
}
