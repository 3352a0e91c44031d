using System.Globalization;
using System.Text;
using Ledger.Documents.Flate;

namespace Ledger.Documents.Pdf;

/// <summary>Packs objects that are no streams into object streams (ISO 32000-1, 7.5.7).</summary>
internal sealed class ObjectPacks
{
    // A reader unpacks all of a pack to reach one object of it.
    private const int Largest = 200;

    private readonly List<PackedObject> objects = [];

    public void Add(int number, string body) => objects.Add(new PackedObject(number, body));

    /// <summary>All of them, begun at once.</summary>
    public List<ObjectPack> Close() => [.. objects.Chunk(Largest).Select(chunk => new ObjectPack(chunk, Pack(chunk)))];

    private static PdfFile.Content Pack(PackedObject[] chunk)
    {
        var (head, bodies) = (new StringBuilder(), new StringBuilder());
        foreach (var (number, body) in chunk)
        {
            head.Append(CultureInfo.InvariantCulture, $"{number} {bodies.Length} ");
            bodies.Append(body).Append('\n');
        }

        var data = Encoding.ASCII.GetBytes(head.Append('\n').ToString() + bodies);
        return new PdfFile.Content(
            string.Create(CultureInfo.InvariantCulture, $"/Type /ObjStm /N {chunk.Length} /First {head.Length} /Filter /FlateDecode"),
            Task.Run(() => Deflater.Compress(data)),
            false);
    }
}

internal sealed record PackedObject(int Number, string Body);

/// <summary>Objects and the stream that holds them, in this order.</summary>
internal sealed record ObjectPack(PackedObject[] Objects, PdfFile.Content Stream);
