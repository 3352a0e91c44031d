namespace Ledger.Documents.Flate;

/// <summary>Writes bits from the lowest upward, as deflate packs them (RFC 1951, 3.1.1).</summary>
internal sealed class BitWriter
{
    private byte[] bytes = new byte[4096];
    private int length;
    private ulong held;
    private int count;

    public void Write(int value, int bits)
    {
        held |= (ulong)(uint)value << count;
        for (count += bits; count >= 8; count -= 8)
        {
            Add((byte)held);
            held >>= 8;
        }
    }

    public byte[] Finish()
    {
        if (count > 0) Add((byte)held);
        return bytes[..length];
    }

    private void Add(byte value)
    {
        if (length == bytes.Length) Array.Resize(ref bytes, 2 * length);
        bytes[length++] = value;
    }
}
