using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Ledger.Log.Notes;

/// <summary>What a key signs (C2SP signed-note, signature types).</summary>
public enum KeyUse : byte
{
    /// <summary>The note's text itself.</summary>
    Note = 1,

    /// <summary>A checkpoint with the time it was seen (C2SP tlog-cosignature).</summary>
    Cosignature = 4,
}

/// <summary>A public Ed25519 key under its name, written as a vkey (C2SP signed-note).</summary>
public sealed record VerifierKey(string Name, KeyUse Use, ReadOnlyMemory<byte> Public)
{
    public uint Id { get; } = IdOf(Name, Use, Public.Span);

    public override string ToString() =>
        $"{Name}+{Id.ToString("x8", CultureInfo.InvariantCulture)}+{Convert.ToBase64String([(byte)Use, .. Public.Span])}";

    public bool Equals(VerifierKey? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Null where it is no vkey of an Ed25519 key, or its id is not the one its name and key have.</summary>
    public static VerifierKey? Parse(string? text)
    {
        if (text?.Trim().Split('+', 3) is not [var name, { Length: 8 } id, var encoded] || !SignedNote.IsName(name))
            return null;
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length) || length != 33 || bytes[0] is not (1 or 4))
            return null;
        var key = new VerifierKey(name, (KeyUse)bytes[0], bytes.AsMemory(1, 32));
        return key.ToString() == text.Trim() ? key : null;
    }

    /// <summary>Whether the signature is this key's over the message.</summary>
    public bool Signed(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == Ed25519.SignatureSize
        && Ed25519.Verify(signature.ToArray(), 0, Public.ToArray(), 0, message.ToArray(), 0, message.Length);

    private static uint IdOf(string name, KeyUse use, ReadOnlySpan<byte> key) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)use, .. key]));
}
