using Ledger.Documents;
using Ledger.Documents.Sample;

if (args is not [var folder])
{
    Console.Error.WriteLine("用法：Ledger.Documents.Sample 输出文件夹");
    Console.Error.WriteLine("Usage: Ledger.Documents.Sample OUTPUT-FOLDER");
    return 2;
}

try
{
    var fonts = FontLibrary.Discover(SampleFonts.Folders);
    Directory.CreateDirectory(folder);
    foreach (var (name, document) in new[] { ("notice", Notice.Document), ("letter", Letter.Document) })
    {
        var pdf = PdfRenderer.Render(document, fonts);
        Write($"{name}.pdf", pdf.Bytes);
        Write($"{name}.docx", WordRenderer.Render(document));
        foreach (var notice in pdf.Log.Notices) Console.WriteLine(notice);
    }

    return 0;
}
catch (DocumentException said)
{
    Console.Error.WriteLine(said.Message);
    return 1;
}

void Write(string name, byte[] bytes)
{
    var file = Path.Combine(folder, name);
    File.WriteAllBytes(file, bytes);
    Console.WriteLine(file);
}
