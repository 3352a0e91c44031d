using System.Security.Cryptography;
using System.Text;

namespace Ledger.Domain;

/// <summary>
/// Name-based ids (RFC 9562 version 5): the same name gives the same stream, so that a second import collides with the
/// first instead of doubling it.
/// </summary>
public static class DeterministicId
{
    // Drawn once for this ledger; changing it would change every imported id.
    private static readonly byte[] Namespace = Convert.FromHexString("6B1D0F1A4C5E5D0C9A3E7F2B8C4D6E10");

    public static Guid Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
#pragma warning disable CA5350 // version 5 is defined over SHA-1; nothing secret hangs on it
        var hash = SHA1.HashData([.. Namespace, .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
