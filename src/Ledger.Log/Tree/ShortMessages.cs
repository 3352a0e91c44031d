using System.Buffers;
using System.Runtime.InteropServices;

namespace Ledger.Log.Tree;

/// <summary>Messages that are hashed together.</summary>
internal sealed class ShortMessages
{
    private readonly ArrayBufferWriter<byte> _text = new(1024);
    private readonly List<(int From, int Length)> _messages = new(24);

    /// <summary>A message of three parts.</summary>
    public void Add(byte prefix, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> text)
    {
        _messages.Add((_text.WrittenCount, 1 + salt.Length + text.Length));
        _text.GetSpan(1)[0] = prefix;
        _text.Advance(1);
        _text.Write(salt);
        _text.Write(text);
    }

    /// <summary>The hashes one behind the other, in the order of their messages.</summary>
    public byte[] Hashes()
    {
        var hashes = new byte[_messages.Count * Merkle.Size];
        ShortHashes.Compute(_text.WrittenSpan, CollectionsMarshal.AsSpan(_messages), hashes);
        return hashes;
    }
}
