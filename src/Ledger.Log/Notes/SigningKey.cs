using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Ledger.Log.Notes;

/// <summary>A private Ed25519 key and the name it signs under. Signatures are deterministic (RFC 8032).</summary>
public sealed class SigningKey
{
    /// <summary>Bytes of the secret.</summary>
    public const int SeedSize = 32;

    private readonly byte[] _seed;
    private readonly byte[] _public = new byte[Ed25519.PublicKeySize];

    public SigningKey(string name, KeyUse use, ReadOnlySpan<byte> seed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(seed.Length, SeedSize);
        _seed = seed.ToArray();
        Ed25519.GeneratePublicKey(_seed, 0, _public, 0);
        Verifier = new VerifierKey(name, use, _public);
    }

    public VerifierKey Verifier { get; }

    /// <summary>A signature over a note's text.</summary>
    public NoteSignature Sign(string text) => new(Verifier.Name, Verifier.Id, Raw(text));

    /// <summary>A cosignature over a checkpoint's text: that it is the largest seen of its log at this time.</summary>
    public NoteSignature Cosign(string text, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds();
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, time);
        return new(Verifier.Name, Verifier.Id, (byte[])[.. bytes, .. Raw(Cosignature.Message(text, time))]);
    }

    private byte[] Raw(string text)
    {
        var message = Encoding.UTF8.GetBytes(text);
        var signature = new byte[Ed25519.SignatureSize];
        // With the public key at hand it need not be computed again for each signature.
        Ed25519.Sign(_seed, 0, _public, 0, message, 0, message.Length, signature, 0);
        return signature;
    }
}

/// <summary>A witness's word on a checkpoint (C2SP tlog-cosignature, Ed25519).</summary>
public static class Cosignature
{
    internal static string Message(string text, long time) =>
        string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time}\n{text}");

    /// <summary>When the checkpoint was cosigned; null where the signature is not this key's.</summary>
    public static DateTimeOffset? Verify(VerifierKey key, string text, NoteSignature signature)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(signature);
        if (key.Use != KeyUse.Cosignature || signature.Bytes.Length != 72)
            return null;
        var time = BinaryPrimitives.ReadInt64BigEndian(signature.Bytes.Span);
        return time is >= 0 and <= 253402300799 && key.Signed(Encoding.UTF8.GetBytes(Message(text, time)), signature.Bytes.Span[8..])
            ? DateTimeOffset.FromUnixTimeSeconds(time)
            : null;
    }
}
