using System.Text;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>Files as people send them, and as they should not.</summary>
internal sealed class FuzzUploads(Random random, string marker)
{
    private const string Boundary = "----ledger";

    public (byte[] Body, string? ContentType) Next(ApiOperation operation)
    {
        var table = operation.Path.Contains("/import/", StringComparison.Ordinal);
        var content = random.Next(12) switch
        {
            0 => [],
            1 => [0x50, 0x4B, 0x03, 0x04, .. Noise(200)],
            2 => [0x4D, 0x5A, .. Noise(100)],
            3 => [.. "%PDF-1.7\n"u8, .. Noise(300)],
            4 => Encoding.UTF8.GetBytes("发生日期,服务内容\n" + string.Concat(Enumerable.Repeat("2023-03-01,x\n", 50))),
            5 => Noise(5_000),
            6 => [0xEF, 0xBB, 0xBF, .. "发生日期\n\"没有结束"u8],
            7 when table => Encoding.UTF8.GetBytes("发生日期,类型,服务人员\n2023-03-01,咨询,某律师\n2023-13-01,,\0\n"),
            _ => Encoding.UTF8.GetBytes(table ? $"发生日期,服务类型,法律顾问,标题\n2023-03-01,法律咨询,某律师,{marker}{random.Next()}\n" : $"签到表 {marker} {random.Next()}"),
        };
        var name = ((string[])["签到表.txt", "a.csv", "a.xlsx", "../../etc/passwd", "a\"b.txt", "", new string('长', 300) + ".pdf", "a.exe", "\u202egpj.exe"])[random.Next(9)];
        var part = ((string[])["file", "file", "file", "file", "file", "FILE", "other", ""])[random.Next(8)];
        byte[] body = [
            .. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{part}\"; filename=\"{name.Replace("\"", "%22", StringComparison.Ordinal)}\"\r\nContent-Type: {(random.Next(4) == 0 ? "nonsense" : "application/octet-stream")}\r\n\r\n"),
            .. content, .. random.Next(12) == 0 ? [] : Encoding.UTF8.GetBytes($"\r\n--{Boundary}--\r\n")];
        return random.Next(14) switch
        {
            0 => (body, "multipart/form-data"),
            1 => (body, "application/json"),
            2 => (body, null),
            3 => (content, "application/octet-stream"),
            4 => (body, "multipart/form-data; boundary=" + new string('x', 200)),
            _ => (body, $"multipart/form-data; boundary={Boundary}"),
        };
    }

    private byte[] Noise(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
