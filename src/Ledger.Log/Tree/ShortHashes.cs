using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace Ledger.Log.Tree;

/// <summary>
/// SHA-256 (FIPS 180-4, 6.2) of many short messages at once, one in each lane of the processor's registers. A leaf takes some
/// thirty hashes of a few dozen bytes; one after the other, most of their time is the call. Where a message is long, stands
/// alone, or the processor has no such registers, the platform's own hash is called: the result is the same.
/// </summary>
internal static class ShortHashes
{
    private const int Lanes = 8;
    private const int BlockSize = 64;

    /// <summary>From here on one long hash is faster than lanes.</summary>
    private const int MostBlocks = 4;

    /// <summary>Fewer are not worth filling the lanes for.</summary>
    private const int Few = 3;

    private static readonly uint[] Constants =
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    private static ReadOnlySpan<uint> Initial => [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    /// <param name="text">All messages.</param>
    /// <param name="messages">Where each lies.</param>
    /// <param name="hashes">Room for as many hashes; they come in the order of the messages.</param>
    public static void Compute(ReadOnlySpan<byte> text, ReadOnlySpan<(int From, int Length)> messages, Span<byte> hashes)
    {
        Span<int> chosen = stackalloc int[Lanes];
        for (var blocks = 1; blocks <= MostBlocks; blocks++)
        {
            var count = 0;
            for (var i = 0; i < messages.Length; i++)
            {
                if (Blocks(messages[i].Length) != blocks)
                    continue;
                chosen[count++] = i;
                if (count == Lanes)
                {
                    Together(text, messages, chosen, blocks, hashes);
                    count = 0;
                }
            }

            Together(text, messages, chosen[..count], blocks, hashes);
        }

        for (var i = 0; i < messages.Length; i++)
        {
            if (Blocks(messages[i].Length) > MostBlocks)
                One(text, messages[i], hashes[(i * Merkle.Size)..]);
        }
    }

    /// <summary>With the byte and the eight of the length that end a message (FIPS 180-4, 5.1.1).</summary>
    private static int Blocks(int length) => (length + 1 + 8 + BlockSize - 1) / BlockSize;

    private static void One(ReadOnlySpan<byte> text, (int From, int Length) message, Span<byte> hash) =>
        SHA256.HashData(text.Slice(message.From, message.Length), hash);

    private static void Together(ReadOnlySpan<byte> text, ReadOnlySpan<(int From, int Length)> messages, ReadOnlySpan<int> chosen, int blocks, Span<byte> hashes)
    {
        if (chosen.Length < Few || !Vector256.IsHardwareAccelerated)
        {
            foreach (var i in chosen)
                One(text, messages[i], hashes[(i * Merkle.Size)..]);
            return;
        }

        var size = blocks * BlockSize;
        Span<byte> padded = stackalloc byte[Lanes * MostBlocks * BlockSize];
        for (var lane = 0; lane < chosen.Length; lane++)
            Pad(text.Slice(messages[chosen[lane]].From, messages[chosen[lane]].Length), padded.Slice(lane * size, size));
        Span<Vector256<uint>> state = stackalloc Vector256<uint>[8];
        for (var i = 0; i < state.Length; i++)
            state[i] = Vector256.Create(Initial[i]);
        Span<Vector256<uint>> words = stackalloc Vector256<uint>[16];
        for (var block = 0; block < blocks; block++)
        {
            Load(padded[(block * BlockSize)..], size, MemoryMarshal.Cast<Vector256<uint>, uint>(words));
            Compress(state, words);
        }

        for (var lane = 0; lane < chosen.Length; lane++)
        {
            for (var i = 0; i < state.Length; i++)
                BinaryPrimitives.WriteUInt32BigEndian(hashes[((chosen[lane] * Merkle.Size) + (i * 4))..], state[i][lane]);
        }
    }

    private static void Pad(ReadOnlySpan<byte> message, Span<byte> padded)
    {
        message.CopyTo(padded);
        padded[message.Length] = 0x80;
        padded[(message.Length + 1)..].Clear();
        BinaryPrimitives.WriteUInt64BigEndian(padded[^8..], (ulong)message.Length * 8);
    }

    /// <summary>The first word of each lane, then the second of each, and so on.</summary>
    private static void Load(ReadOnlySpan<byte> padded, int size, Span<uint> words)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            for (var i = 0; i < 16; i++)
                words[(i * Lanes) + lane] = BinaryPrimitives.ReadUInt32BigEndian(padded[((lane * size) + (i * 4))..]);
        }
    }

    private static void Compress(Span<Vector256<uint>> state, Span<Vector256<uint>> w)
    {
        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        for (var t = 0; t < 64; t++)
        {
            if (t >= 16)
                w[t & 15] += Mixed(w[(t + 1) & 15], 7, 18, 3) + w[(t + 9) & 15] + Mixed(w[(t + 14) & 15], 17, 19, 10);
            var t1 = h + Turned(e, 6, 11, 25) + ((e & f) ^ Vector256.AndNot(g, e)) + Vector256.Create(Constants[t]) + w[t & 15];
            var t2 = Turned(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + t1, c, b, a, t1 + t2);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static Vector256<uint> Turned(Vector256<uint> x, int one, int two, int three) => Turn(x, one) ^ Turn(x, two) ^ Turn(x, three);

    private static Vector256<uint> Mixed(Vector256<uint> x, int one, int two, int shift) => Turn(x, one) ^ Turn(x, two) ^ (x >>> shift);

    private static Vector256<uint> Turn(Vector256<uint> x, int by) => (x >>> by) | (x << (32 - by));
}
