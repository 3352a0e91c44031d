using System.IO.Compression;
using System.Text;
using Ledger.Api.Entries;

namespace Ledger.Api.Tests.Entries;

public class EvidenceTypeTests
{
    public static TheoryData<string, byte[], string?> Files => new()
    {
        { "pdf", "%PDF-1.4\n"u8.ToArray(), "application/pdf" },
        { "jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "image/jpeg" },
        { "png", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0], "image/png" },
        { "gif", "GIF89a\x01\0"u8.ToArray(), "image/gif" },
        { "webp", [.. "RIFF"u8, 1, 0, 0, 0, .. "WEBPVP8 "u8], "image/webp" },
        { "heic", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], "image/heic" },
        { "docx", Zip("[Content_Types].xml", "word/document.xml"), EvidenceType.Docx.MediaType },
        { "xlsx", Zip("[Content_Types].xml", "xl/workbook.xml"), EvidenceType.Xlsx.MediaType },
        { "pptx", Zip("[Content_Types].xml", "ppt/presentation.xml"), EvidenceType.Pptx.MediaType },
        { "ofd", Zip("OFD.xml", "Doc_0/Document.xml"), "application/ofd" },
        { "doc", Ole("WordDocument"), "application/msword" },
        { "xls", Ole("Workbook"), "application/vnd.ms-excel" },
        { "ppt", Ole("PowerPoint Document"), "application/vnd.ms-powerpoint" },
        { "utf-8", "学法签到表\t20人\r\n"u8.ToArray(), "text/plain" },
        { "utf-8 with mark", [0xEF, 0xBB, 0xBF, .. "姓名,人数\n"u8], "text/plain" },
        { "gb18030", Gb18030("姓名,人数\n张三,3\n㐀\n"), "text/plain" },
        { "title in angle brackets", "<通知>关于开展学法活动"u8.ToArray(), "text/plain" },
        { "bytes of no text", [.. "学法"u8, 0xFF, 0xFF], null },
        { "docm", Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), null },
        { "zip", Zip("readme.txt"), null },
        { "zip cut short", Zip("[Content_Types].xml", "word/document.xml")[..60], null },
        { "msi", Ole("SummaryInformation"), null },
        { "exe", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0], null },
        { "html", "<!DOCTYPE html><p>"u8.ToArray(), null },
        { "html behind space", " \r\n\t<P onclick=alert(1)>"u8.ToArray(), null },
        { "html behind a mark", [0xEF, 0xBB, 0xBF, .. "<html>"u8], null },
        { "html behind a comment", "<!-- x --><script>alert(1)</script>"u8.ToArray(), null },
        { "html behind words", "会议纪要 <ScRiPt>alert(1)</sCrIpT>"u8.ToArray(), null },
        { "svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), null },
        { "xml", "<?xml version='1.0'?><a/>"u8.ToArray(), null },
        { "script", "#!/bin/sh\nrm -rf /\n"u8.ToArray(), null },
        { "rtf", @"{\rtf1\ansi}"u8.ToArray(), null },
        { "image that is a page", "GIF89a/*<html><script>*/=1"u8.ToArray(), null },
        { "pdf that is a page", "%PDF-1.4\n<script>alert(1)</script>"u8.ToArray(), null },
        { "utf-16", Encoding.Unicode.GetBytes("会议纪要 meeting"), null },
        { "nul", "text\0more"u8.ToArray(), null },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void the_content_tells_the_type(string what, byte[] content, string? expected) =>
        Assert.True(EvidenceType.Of(new MemoryStream(content))?.MediaType == expected, what);

    [Fact]
    public void text_is_read_to_its_end_across_pieces()
    {
        var text = string.Concat(Enumerable.Repeat("法治台账a", 20_000));

        Assert.Same(EvidenceType.Text, EvidenceType.Of(new MemoryStream(Encoding.UTF8.GetBytes(text))));
        Assert.Same(EvidenceType.Text, EvidenceType.Of(new MemoryStream(Gb18030(text))));
        Assert.Null(EvidenceType.Of(new MemoryStream([.. Encoding.UTF8.GetBytes(text), 0])));
    }

    [Theory]
    [InlineData("意见书.pdf", "意见书.pdf")]
    [InlineData("../../etc/意见书.PDF", "意见书.PDF")]
    [InlineData(@"C:\文件\意见书.pdf", "意见书.pdf")]
    [InlineData("意见书.exe", "意见书.exe.pdf")]
    [InlineData("a\r\nb\0c\u202Efdp.pdf", "abcfdp.pdf")]
    [InlineData("a\"b<c>.pdf", "abc.pdf")]
    [InlineData("..", "佐证材料.pdf")]
    [InlineData(".htaccess", "htaccess.pdf")]
    [InlineData(".pdf", "佐证材料.pdf")]
    [InlineData(null, "佐证材料.pdf")]
    public void a_name_is_only_a_label_and_ends_as_the_content_demands(string? sent, string expected) =>
        Assert.Equal(expected, EvidenceName.Of(sent, EvidenceType.Pdf));

    [Fact]
    public void a_long_name_is_cut_before_its_ending_and_through_no_character()
    {
        var name = EvidenceName.Of(string.Concat(Enumerable.Repeat("𠮷", 100)) + "x.docx", EvidenceType.Docx);

        Assert.True(name.Length <= EvidenceName.Longest);
        Assert.EndsWith("𠮷.docx", name, StringComparison.Ordinal);
    }

    private static byte[] Gb18030(string text) => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text);

    private static byte[] Zip(params string[] names)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write("content"u8);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A compound file's head, a sector of other content, and a directory sector with a root and one stream.</summary>
    private static byte[] Ole(string stream)
    {
        var file = new byte[512 * 3];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        Entry(1024, "Root Entry", 5);
        Entry(1024 + 128, stream, 2);
        return file;

        void Entry(int at, string name, byte type)
        {
            var bytes = Encoding.Unicode.GetBytes(name + '\0');
            bytes.CopyTo(file, at);
            file[at + 64] = (byte)bytes.Length;
            file[at + 66] = type;
        }
    }
}
