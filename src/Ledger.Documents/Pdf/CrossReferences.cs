using System.Buffers.Binary;

namespace Ledger.Documents.Pdf;

/// <summary>Where each object is, as a cross-reference stream says it (ISO 32000-1, 7.5.8.3).</summary>
internal sealed class CrossReferences
{
    public const string Widths = "[1 4 2]";
    private const int Width = 7;

    private readonly List<(byte Kind, long Place, int Index)> entries = [(0, 0, 65535)];

    public CrossReferences(int objects) => entries.AddRange(Enumerable.Repeat(((byte)0, 0L, 0), objects));

    /// <summary>A number behind all others.</summary>
    public int Reserve()
    {
        entries.Add(default);
        return entries.Count - 1;
    }

    public void At(int number, long offset) => entries[number] = (1, offset, 0);

    public void InPack(int number, int pack, int index) => entries[number] = (2, pack, index);

    public byte[] Bytes()
    {
        var bytes = new byte[entries.Count * Width];
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = bytes.AsSpan(i * Width, Width);
            entry[0] = entries[i].Kind;
            BinaryPrimitives.WriteUInt32BigEndian(entry[1..], checked((uint)entries[i].Place));
            BinaryPrimitives.WriteUInt16BigEndian(entry[5..], (ushort)entries[i].Index);
        }

        return bytes;
    }
}
