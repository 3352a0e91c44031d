using System.Buffers.Binary;
using System.Text;

namespace Ledger.Documents.Images;

/// <summary>The pieces of a PNG file that draw the picture, each checked (ISO/IEC 15948, 5.3).</summary>
internal sealed class PngChunks
{
    private static readonly string[] Drawing = ["IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "IDAT", "IEND"];

    private readonly List<byte> coded = [];
    private readonly List<byte> kept = [];
    private readonly Dictionary<string, byte[]> first = new(StringComparer.Ordinal);

    public PngChunks(string name, ReadOnlySpan<byte> bytes)
    {
        kept.AddRange(PngReader.Signature);
        for (var at = PngReader.Signature.Length; !first.ContainsKey("IEND");)
        {
            if (at + 12 > bytes.Length) throw PictureFault.Broken(name);
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12) throw PictureFault.Broken(name);
            var whole = bytes.Slice(at, (int)length + 12);
            if (Crc32.Of(whole[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(whole[^4..])) throw PictureFault.Broken(name);
            Take(Encoding.ASCII.GetString(whole[4..8]), whole);
            at += whole.Length;
        }
    }

    /// <summary>The zlib stream of the rows.</summary>
    public byte[] Coded => [.. coded];

    /// <summary>The file without what does not draw.</summary>
    public byte[] File => [.. kept];

    public byte[]? Find(string type) => first.GetValueOrDefault(type);

    private void Take(string type, ReadOnlySpan<byte> whole)
    {
        if (!Drawing.Contains(type)) return;
        kept.AddRange(whole);
        var data = whole[8..^4];
        if (type == "IDAT") coded.AddRange(data);
        else first.TryAdd(type, data.ToArray());
    }
}
