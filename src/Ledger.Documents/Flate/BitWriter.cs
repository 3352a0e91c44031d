using System.Buffers.Binary;

namespace Ledger.Documents.Flate;

/// <summary>Writes bits from the lowest upward, as deflate packs them (RFC 1951, 3.1.1).</summary>
internal sealed class BitWriter(int expected)
{
    private byte[] bytes = new byte[expected + 64];
    private int length;
    private ulong held;
    private int count;

    public void Write(int value, int bits)
    {
        held |= (ulong)(uint)value << count;
        count += bits;
        if (count >= 32) WriteWord();
    }

    /// <summary>What follows begins with a byte of its own.</summary>
    public void FillByte() => Write(0, -count & 7);

    public byte[] Finish()
    {
        for (; count > 0; count -= 8, held >>= 8)
        {
            if (length == bytes.Length) Array.Resize(ref bytes, 2 * length);
            bytes[length++] = (byte)held;
        }

        return bytes[..length];
    }

    private void WriteWord()
    {
        if (bytes.Length - length < 8) Array.Resize(ref bytes, 2 * bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(length), (uint)held);
        length += 4;
        held >>= 32;
        count -= 32;
    }
}
