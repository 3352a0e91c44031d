using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ledger.Documents.Flate;

namespace Ledger.Documents.Pdf;

/// <summary>
/// The numbered objects of a PDF file, and the file around them (ISO 32000-1, 7.5.7 and 7.5.8): objects that are no streams
/// stand packed together, which makes a tagged file a third smaller. Large streams are packed while the rest is written.
/// </summary>
internal sealed class PdfFile
{
    private const int WorthATask = 1 << 13;

    private readonly List<Content?> objects = [];

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        objects.Add(null);
        return objects.Count;
    }

    /// <param name="plain">The object has to stand in the file as it is: a signature covers its bytes.</param>
    public void Set(int id, string body, bool plain = false) => objects[id - 1] = new Content(body, null, plain);

    public int Add(string body)
    {
        var id = Reserve();
        Set(id, body);
        return id;
    }

    /// <param name="entries">The stream dictionary's entries besides length and filter.</param>
    public int AddStream(string entries, byte[] data, bool compress = true)
    {
        var packed = !compress ? Task.FromResult(data)
            : data.Length > WorthATask ? Task.Run(() => Deflater.Compress(data))
            : Task.FromResult(Deflater.Compress(data));
        objects.Add(new Content(entries + (compress ? " /Filter /FlateDecode" : ""), packed, false));
        return objects.Count;
    }

    /// <param name="packed">The stream's bytes, deflated.</param>
    public int AddPacked(string entries, Task<byte[]> packed)
    {
        objects.Add(new Content(entries + " /Filter /FlateDecode", packed, false));
        return objects.Count;
    }

    /// <summary>The whole file. Its /ID is a hash of what it holds, so equal documents are equal files.</summary>
    public byte[] Finish(int catalog, int info)
    {
        var file = new MemoryStream();
        file.Write("%PDF-1.7\n%"u8);
        file.Write([0xE2, 0xE3, 0xCF, 0xD3, 0x0A]);
        var packed = new ObjectPacks();
        for (var i = 0; i < objects.Count; i++)
        {
            var body = objects[i] ?? throw new InvalidOperationException($"Object {i + 1} was reserved and never written.");
            if (body is { Data: null, Plain: false }) packed.Add(i + 1, body.Head);
        }

        var packs = packed.Close();
        var places = new CrossReferences(objects.Count, packs.Count + 1);
        for (var i = 0; i < objects.Count; i++)
        {
            if (objects[i] is { } body and not { Data: null, Plain: false }) Write(file, places, i + 1, body);
        }

        foreach (var (members, stream) in packs)
        {
            var pack = places.Reserve();
            for (var i = 0; i < members.Length; i++) places.InPack(members[i].Number, pack, i);
            Write(file, places, pack, stream);
        }

        var id = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)))[..32];
        var start = file.Position;
        var table = places.Reserve();
        places.At(table, start);
        var data = Deflater.Compress(places.Bytes());
        Write(file, table, new Content(
            $"/Type /XRef /Size {table + 1} /W {CrossReferences.Widths} /Root {catalog} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] /Filter /FlateDecode",
            Task.FromResult(data),
            false));
        Write(file, string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    private static void Write(MemoryStream file, CrossReferences places, int number, Content body)
    {
        places.At(number, file.Position);
        Write(file, number, body);
    }

    private static void Write(MemoryStream file, int number, Content body)
    {
        Write(file, string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
        if (body.Data is null)
        {
            Write(file, body.Head);
        }
        else
        {
            var data = body.Data.GetAwaiter().GetResult();
            Write(file, string.Create(CultureInfo.InvariantCulture, $"<< {body.Head} /Length {data.Length} >>\nstream\n"));
            file.Write(data);
            file.Write("\nendstream"u8);
        }

        file.Write("\nendobj\n"u8);
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.ASCII.GetBytes(text));

    /// <param name="Head">The whole object, or a stream's dictionary entries.</param>
    /// <param name="Data">A stream's bytes as they stand in the file.</param>
    /// <param name="Plain">Not to be packed.</param>
    internal sealed record Content(string Head, Task<byte[]>? Data, bool Plain);
}
