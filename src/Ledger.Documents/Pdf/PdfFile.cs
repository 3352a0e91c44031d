using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ledger.Documents.Flate;

namespace Ledger.Documents.Pdf;

/// <summary>The numbered objects of a PDF file, and the file around them.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]?> objects = [];

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        objects.Add(null);
        return objects.Count;
    }

    public void Set(int id, string body) => objects[id - 1] = Encoding.ASCII.GetBytes(body);

    public int Add(string body)
    {
        var id = Reserve();
        Set(id, body);
        return id;
    }

    /// <param name="entries">The stream dictionary's entries besides length and filter.</param>
    public int AddStream(string entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        var packed = compress ? Deflater.Compress(data) : data;
        var filter = compress ? " /Filter /FlateDecode" : "";
        var head = Encoding.ASCII.GetBytes($"<< {entries}{filter} /Length {packed.Length} >>\nstream\n");
        objects.Add([.. head, .. packed, .. "\nendstream"u8]);
        return objects.Count;
    }

    /// <summary>The whole file. Its /ID is a hash of what it holds, so equal documents are equal files.</summary>
    public byte[] Finish(int catalog, int info)
    {
        var file = new MemoryStream();
        file.Write("%PDF-1.7\n%"u8);
        file.Write([0xE2, 0xE3, 0xCF, 0xD3, 0x0A]);
        var offsets = new List<long>(objects.Count);
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Position);
            Write(file, $"{i + 1} 0 obj\n");
            file.Write(objects[i] ?? throw new InvalidOperationException($"Object {i + 1} was reserved and never written."));
            file.Write("\nendobj\n"u8);
        }

        var id = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)))[..32];
        var start = file.Position;
        var table = new StringBuilder($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) table.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        Write(file, table.ToString());
        Write(file, $"trailer\n<< /Size {objects.Count + 1} /Root {catalog} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\n");
        Write(file, $"startxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.ASCII.GetBytes(text));
}
