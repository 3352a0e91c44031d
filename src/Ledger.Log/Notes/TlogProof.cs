using System.Globalization;
using System.Text;
using Ledger.Log.Tree;

namespace Ledger.Log.Notes;

/// <summary>
/// That a leaf stands in a log, with the signed checkpoint it is held against (C2SP tlog-proof). Extra is here the salt that
/// opens the leaf; it proves nothing by itself.
/// </summary>
public sealed record TlogProof(ReadOnlyMemory<byte> Extra, long Index, IReadOnlyList<byte[]> Hashes, SignedNote Note)
{
    private const string Head = "c2sp.org/tlog-proof@v1";

    /// <summary>More than a proof in a tree of 2^63 leaves has.</summary>
    private const int MostHashes = 63;

    public override string ToString()
    {
        var text = new StringBuilder(Head).Append('\n');
        if (!Extra.IsEmpty)
            text.Append("extra ").Append(Convert.ToBase64String(Extra.Span)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"index {Index}\n");
        foreach (var hash in Hashes)
            text.Append(Convert.ToBase64String(hash)).Append('\n');
        return text.Append('\n').Append(Note).ToString();
    }

    /// <summary>Null where it is no proof.</summary>
    public static TlogProof? Parse(string? text)
    {
        if (text?.IndexOf("\n\n", StringComparison.Ordinal) is not (> 0 and var blank) || SignedNote.Parse(text[(blank + 2)..]) is not { } note)
            return null;
        if (text[..blank].Split('\n') is not [Head, .. var rest])
            return null;
        byte[]? extra = [];
        if (rest is [var first, ..] && first.StartsWith("extra ", StringComparison.Ordinal))
        {
            // A line without extra behind it would be a second spelling of the same proof.
            (extra, rest) = (Bytes(first[6..]) is { Length: > 0 } sent ? sent : null, rest[1..]);
        }

        if (extra is null || rest is not [var second, .. var encoded] || !second.StartsWith("index ", StringComparison.Ordinal)
            || !Checkpoint.Decimal(second[6..], out var index) || encoded.Length > MostHashes)
            return null;
        var hashes = new List<byte[]>();
        foreach (var line in encoded)
        {
            if (Bytes(line) is not { Length: Merkle.Size } hash)
                return null;
            hashes.Add(hash);
        }

        return new TlogProof(extra, index, hashes, note);
    }

    /// <summary>Whether the leaf is in the log of this key.</summary>
    public bool Verify(byte[] leaf, VerifierKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Note.SignedBy(key) == true
            && Checkpoint.Parse(Note.Text) is { } checkpoint
            && checkpoint.Origin == key.Name
            && Inclusion.Verify(Index, checkpoint.Size, leaf, Hashes, checkpoint.Root);
    }

    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes.AsSpan(0, length)) == text ? bytes[..length] : null;
    }
}
