using System.IO.Compression;
using System.Text;
using Ledger.Api.Tests.Pages;

namespace Ledger.Api.Tests.Refusals;

/// <summary>Files that are two things at once: refused, or handed to a browser in a way that it runs nothing of them.</summary>
public sealed class PolyglotTests(PagesInBrowser browser) : IAsyncLifetime
{
    private const string Script = "<script>window.ranHere=1;alert(1)</script>";
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0];
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static TheoryData<string, byte[]> Files => new()
    {
        { "照片.jpg", [.. Jpeg, .. "<html><body>"u8, .. Text(Script)] },
        { "照片里有网页.jpg", [.. Jpeg, .. new byte[4000], .. "<html><body>"u8, .. Text(Script), 0xFF, 0xD9] },
        { "图.png", [.. Png, .. new byte[4000], .. "<html>"u8, .. Text(Script)] },
        { "图.svg", Text("<svg xmlns='http://www.w3.org/2000/svg' onload='window.ranHere=1'><script>window.ranHere=1</script></svg>") },
        { "图.jpg", Text("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>window.ranHere=1</script></svg>") },
        { "文件.png", Text("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF") },
        { "压缩的.pdf", Pdf("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", "4 0 <</S/JavaScript/JS(app.alert(1))>>") },
        { "转义的.pdf", Text("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/J#61vaScript/JS(app.alert(1))>>>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF") },
        { "动图.gif", Text("GIF89a=1;window.ranHere=1;alert(1)//") },
        { "动图.js", Text("GIF89a/*" + new string(' ', 3000) + "*/=1;window.ranHere=1") },
        { "材料.docx", Zip(("readme.html", Script)) },
        { "带网页的.docx", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"), ("index.html", Script)) },
        { "前有网页.docx", [.. Text("<html>" + Script), .. Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"))] },
        { "说明.txt", Text("学法<b onmouseover=alert(1)>笔记</b>" + new string('学', 3000) + Script) },
        { "说明.html", Text("会议纪要 " + new string(' ', 3000) + Script) },
        { "脚本.js", Text("window.ranHere = 1;\nself.addEventListener('fetch', () => {});\n") },
        { "样式.css", Text("body { background: url(javascript:ranHere=1) } * { display: none !important }\n") },
        { "七位.txt", Text("+ADw-script+AD4-window.ranHere=1+ADw-/script+AD4-") },
    };

    private string _unit = "";

    public async ValueTask InitializeAsync()
    {
        await browser.StartAsync();
        _unit = await browser.Ledger.NewUnitAsync();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task a_file_that_is_two_things_is_refused_or_runs_nothing(string name, byte[] content)
    {
        var ledger = browser.Ledger;
        var id = await ledger.LogServiceAsync(_unit);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        var sent = await ledger.PostAsync($"/api/units/{_unit}/entries/{id}/evidence", form);
        if (sent.Status == 415)
        {
            sent.Refuses(415, "evidence-type");
            return;
        }

        var (api, preview) = (sent.Is(201).Location!, $"/{_unit}/entries/{id}/evidence/{sent["sha256"].GetString()}");
        Assert.DoesNotMatch("(?i)\\.(html?|svg|js|css|xml)$", sent["fileName"].GetString());
        var saved = (await ledger.GetAsync(api)).Is(200).Response;
        Assert.Equal("attachment", saved.Content.Headers.ContentDisposition!.DispositionType);
        foreach (var url in (string[])[api, preview])
        {
            var answer = (await ledger.GetAsync(url)).Response;
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.NotEmpty(answer.Headers.GetValues("Content-Security-Policy").Single());
            if (answer.IsSuccessStatusCode)
                Assert.DoesNotMatch("html|xml$|svg|script|css", answer.Content.Headers.ContentType!.MediaType!.Replace("officedocument.wordprocessingml", "", StringComparison.Ordinal));
        }

        // What asks a viewer to act is not shown, in whatever way it is packed.
        if (Encoding.Latin1.GetString(content).StartsWith("%PDF", StringComparison.Ordinal))
            (await ledger.GetAsync(preview)).Refuses(422, "evidence-acts");

        await using var tab = await browser.OpenAsync($"/{_unit}/entries/{id}", workers: true);
        var ran = new List<string>();
        tab.Page.Dialog += async (_, dialog) =>
        {
            ran.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        // As a picture or in the frame of its entry, as a script or style of one of our own pages, and as a worker that answers for them.
        await tab.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
        foreach (var url in (string[])[api, preview])
        {
            await tab.Page.EvaluateAsync(
                """
                async url => {
                  const load = (tag, members) => new Promise(done => { const e = Object.assign(document.createElement(tag), members); e.onload = e.onerror = done; document.head.append(e); setTimeout(done, 500); });
                  await load("script", { src: url });
                  await load("link", { rel: "stylesheet", href: url });
                  const kept = await navigator.serviceWorker?.register(url).then(r => r.unregister().then(() => true), () => false);
                  if (kept) window.ranHere = 1;
                }
                """, url);
        }

        Assert.Equal("undefined", await tab.Page.EvaluateAsync<string>("typeof window.ranHere"));
        foreach (var frame in tab.Page.Frames)
            Assert.Equal("undefined", await frame.EvaluateAsync<string>("typeof window.ranHere"));
        Assert.True(await tab.Page.Locator("h1").IsVisibleAsync());
        try
        {
            await tab.Page.GotoAsync(preview);
            Assert.Equal("undefined", await tab.Page.EvaluateAsync<string>("typeof window.ranHere"));
            // At most a page of ours that says there is nothing to look at.
            Assert.Equal(0, await tab.Page.EvaluateAsync<int>("document.querySelectorAll('script:not([src^=\"/assets/\"])').length"));
        }
        catch (Microsoft.Playwright.PlaywrightException e) when (e.Message.Contains("Download is starting", StringComparison.Ordinal) || e.Message.Contains("ERR_ABORTED", StringComparison.Ordinal))
        {
            // Saved instead of shown.
        }

        Assert.Empty(ran);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>One packed part, as scripts are put where a search of the file's bytes would not find them.</summary>
    private static byte[] Pdf(string head, string content)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(Text(content));
        return [.. Text($"%PDF-1.5\n1 0 obj<<{head}/Length {packed.Length}>>stream\n"), .. packed.ToArray(), .. Text("\nendstream endobj\n%%EOF")];
    }

    private static byte[] Zip(params (string Name, string Content)[] files)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
