using Ledger.Documents.Tests.Fixtures;

namespace Ledger.Documents.Tests.Pdf;

/// <summary>
/// The pages look as they did when they were last looked at. After a change that is meant, delete the picture, run with
/// LEDGER_WRITE_GOLDEN=1, and look at the pages before they are committed.
/// </summary>
public class GoldenPageTests
{
    private const int Square = 12;
    private const double Tolerance = 24;

    [Theory]
    [InlineData("public", 1)]
    [InlineData("public", 4)]
    [InlineData("formal", 1)]
    [InlineData("formal", 6)]
    [InlineData("preprinted", 1)]
    [InlineData("letter", 1)]
    [InlineData("wide", 4)]
    [InlineData("figures", 2)]
    [InlineData("figures", 5)]
    public async Task a_page_looks_as_it_did(string name, int number)
    {
        var pages = await GreyPage.DrawAsync(TestFonts.Render(FormalSamples.Named(name)).Bytes);
        Assert.True(number <= pages.Count, $"{name} has {pages.Count} pages");
        var page = pages[number - 1];
        var golden = Path.Combine(Folder(), $"{name}-{number}.pgm.gz");
        if (!File.Exists(golden) && Environment.GetEnvironmentVariable("LEDGER_WRITE_GOLDEN") is { Length: > 0 }) page.Save(golden);
        Assert.True(File.Exists(golden), $"there is no {golden}");
        var before = GreyPage.Load(golden);
        Assert.Equal((before.Width, before.Height), (page.Width, page.Height));
        Assert.InRange(page.FarthestFrom(before, Square), 0, Tolerance);
    }

    [Fact]
    public async Task a_line_that_moves_by_a_millimetre_is_seen()
    {
        var moved = Samples.Report with { Title = Samples.Report.Title + "（稿）" };
        var pages = await Task.WhenAll(GreyPage.DrawAsync(TestFonts.Render(Samples.Report).Bytes), GreyPage.DrawAsync(TestFonts.Render(moved).Bytes));
        Assert.True(pages[0][0].FarthestFrom(pages[1][0], Square) > Tolerance);
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ledger.sln"))) folder = folder.Parent;
        Assert.True(folder is not null, "golden pages are read from the checkout, and this is none");
        return Directory.CreateDirectory(Path.Combine(folder.FullName, "tests", "Ledger.Documents.Tests", "Golden")).FullName;
    }
}
