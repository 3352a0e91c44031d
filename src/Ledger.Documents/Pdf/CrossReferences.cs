using System.Buffers.Binary;

namespace Ledger.Documents.Pdf;

/// <summary>Where each object is, as a cross-reference stream says it (ISO 32000-1, 7.5.8.3).</summary>
internal sealed class CrossReferences
{
    public const string Widths = "[1 4 2]";
    private const int Width = 7, InFile = 1, Packed = 2;

    private readonly byte[] table;
    private int count;

    /// <param name="packs">How many more numbers there will be.</param>
    public CrossReferences(int objects, int packs)
    {
        table = new byte[(1 + objects + packs) * Width];
        count = 1 + objects;
        Set(0, 0, 0, 65535);
    }

    /// <summary>A number behind all others.</summary>
    public int Reserve() => count++;

    public void At(int number, long offset) => Set(number, InFile, offset, 0);

    public void InPack(int number, int pack, int index) => Set(number, Packed, pack, index);

    public byte[] Bytes() => table;

    private void Set(int number, byte kind, long place, int index)
    {
        var entry = table.AsSpan(number * Width, Width);
        entry[0] = kind;
        BinaryPrimitives.WriteUInt32BigEndian(entry[1..], checked((uint)place));
        BinaryPrimitives.WriteUInt16BigEndian(entry[5..], (ushort)index);
    }
}
