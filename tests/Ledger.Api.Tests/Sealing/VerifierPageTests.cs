using Microsoft.Playwright;

namespace Ledger.Api.Tests.Sealing;

/// <summary>The verifier as one file of HTML, opened from the disk: it says what the command says.</summary>
public sealed class VerifierPageTests(FrozenSample sample) : IClassFixture<FrozenSample>, IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(File.Exists(Chromium), "chromium is not installed");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Quiet });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    [Fact]
    public async Task a_genuine_edition_is_green_and_a_changed_one_red()
    {
        var page = await OpenAsync();
        var file = await sample.PdfAsync("&profile=formal&annexes=entries");
        Assert.Contains("genuine", await VerdictAsync(page, file), StringComparison.Ordinal);
        Assert.Contains("counted again", await page.InnerTextAsync("#facts"), StringComparison.Ordinal);
        Assert.Contains("genuine", await VerdictAsync(page, file, sample.Key.ToString()), StringComparison.Ordinal);
        Assert.Contains("trusted", await VerdictAsync(page, file, ForgedFile.Key.Verifier.ToString()), StringComparison.Ordinal);
        Assert.Contains("genuine", await VerdictAsync(page, await sample.PdfAsync("")), StringComparison.Ordinal);
        file[file.Length / 2] ^= 1;
        Assert.Contains("✗", await VerdictAsync(page, file), StringComparison.Ordinal);
        Assert.Contains("no proof", await VerdictAsync(page, "%PDF-1.7\n"u8.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_forged_beneath_a_right_seal_is_named_as_the_command_names_it()
    {
        var page = await OpenAsync();
        var right = ForgedFile.Proof(20);
        Assert.Contains("genuine", await VerdictAsync(page, ForgedFile.Of(right)), StringComparison.Ordinal);
        foreach (var (said, forged) in ForgedFile.Forgeries(right))
            Assert.Contains(said, await VerdictAsync(page, ForgedFile.Of(forged)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task names_that_were_erased_or_masked_are_no_fault_and_what_figures_are_counted_by_is()
    {
        var page = await OpenAsync();
        var erased = ForgedFile.Proof(20, "/adviser");
        Assert.Contains("genuine", await VerdictAsync(page, ForgedFile.Of(erased)), StringComparison.Ordinal);
        Assert.Contains("1 个事件的姓名已删除或隐去", await page.InnerTextAsync("#facts"), StringComparison.Ordinal);
        Assert.Contains("counted again", await page.InnerTextAsync("#facts"), StringComparison.Ordinal);
        Assert.Contains("genuine", await VerdictAsync(page, await sample.PdfAsync("&profile=public&annexes=entries")), StringComparison.Ordinal);
        foreach (var (said, forged) in ForgedFile.Hidden(erased))
            Assert.Contains(said, await VerdictAsync(page, ForgedFile.Of(forged)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task five_thousand_entries_are_checked_in_seconds()
    {
        var page = await OpenAsync();
        Assert.Contains("genuine", await VerdictAsync(page, ForgedFile.Of(ForgedFile.Proof(5000))), StringComparison.Ordinal);
        var said = await page.InnerTextAsync("#facts dd:last-of-type");
        TestContext.Current.TestOutputHelper?.WriteLine($"5000 entries: {said}");
        Assert.InRange(int.Parse(said.Split(' ')[0], null), 1, 10_000);
    }

    [Theory]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public async Task its_own_signatures_are_those_of_rfc_8032(string key, string message, string signature)
    {
        var page = await OpenAsync();
        Assert.True(await OwnAsync(page, key, signature, message));
        Assert.False(await OwnAsync(page, key, signature, message + "00"));
        Assert.False(await OwnAsync(page, key, signature[..^2] + "ff", message));
    }

    private static Task<bool> OwnAsync(IPage page, string key, string signature, string message) =>
        page.EvaluateAsync<bool>("([k, s, m]) => signedOwn(unhex(k), unhex(s), unhex(m))", new[] { key, signature, message });

    private async Task<IPage> OpenAsync()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Ledger.sln")))
            root = root.Parent!;
        var page = await _browser!.NewPageAsync();
        await page.GotoAsync(new Uri(Path.Combine(root.FullName, "docs", "verifier.html")).AbsoluteUri);
        return page;
    }

    private static async Task<string> VerdictAsync(IPage page, byte[] file, string key = "")
    {
        var path = Path.Combine(Path.GetTempPath(), $"edition-{Guid.CreateVersion7():N}.pdf");
        await File.WriteAllBytesAsync(path, file);
        try
        {
            await page.FillAsync("#key", key);
            await page.EvaluateAsync("() => { document.getElementById('verdict').className = ''; }");
            await page.SetInputFilesAsync("#file", path);
            await page.WaitForSelectorAsync("#verdict.good, #verdict.bad");
            return await page.InnerTextAsync("#verdict");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
