using System.Buffers;
using System.Security.Cryptography;

namespace Ledger.Log.Tree;

/// <summary>The hashes of a Merkle tree (RFC 6962, 2.1): a leaf and a node can never be taken for one another.</summary>
public static class Merkle
{
    /// <summary>The hash's name as it stands beside every digest; another hash has another name.</summary>
    public const string HashName = "sha-256";

    /// <summary>Bytes of a hash.</summary>
    public const int Size = 32;

    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>The root of a tree without leaves.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    public static byte[] Leaf(ReadOnlySpan<byte> data)
    {
        var rented = ArrayPool<byte>.Shared.Rent(data.Length + 1);
        rented[0] = LeafPrefix;
        data.CopyTo(rented.AsSpan(1));
        var hash = SHA256.HashData(rented.AsSpan(0, data.Length + 1));
        ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> both = stackalloc byte[1 + Size + Size];
        both[0] = NodePrefix;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + Size)..]);
        return SHA256.HashData(both);
    }
}
