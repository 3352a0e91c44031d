namespace Ledger.Documents.Flate;

/// <summary>Writes bits from the lowest upward, as deflate packs them (RFC 1951, 3.1.1).</summary>
internal sealed class BitWriter
{
    private readonly List<byte> bytes = [];
    private ulong held;
    private int count;

    public void Write(int value, int bits)
    {
        held |= (ulong)(uint)value << count;
        for (count += bits; count >= 8; count -= 8)
        {
            bytes.Add((byte)held);
            held >>= 8;
        }
    }

    public byte[] Finish()
    {
        if (count > 0) bytes.Add((byte)held);
        return [.. bytes];
    }
}
