using System.Buffers.Binary;
using System.Text;

namespace Ledger.Log.Notes;

/// <summary>A line under a note: who signed it, with which key, and the signature's bytes.</summary>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Bytes)
{
    public override string ToString()
    {
        var id = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(id, KeyId);
        return $"— {Name} {Convert.ToBase64String([.. id, .. Bytes.Span])}\n";
    }

    /// <summary>Null where it is no signature line; the line comes without its end.</summary>
    public static NoteSignature? Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Split(' ') is not ["—", var name, var encoded] || !SignedNote.IsName(name))
            return null;
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) && length > 4 && Convert.ToBase64String(bytes.AsSpan(0, length)) == encoded
            ? new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(4, length - 4))
            : null;
    }
}

/// <summary>
/// A text with signatures under it (C2SP signed-note); the text ends in a line feed. It says nothing until a signature of a
/// known key was verified.
/// </summary>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>More than any honest note has.</summary>
    public const int MostSignatures = 64;

    public override string ToString() => Text + "\n" + string.Concat(Signatures);

    /// <summary>Null where it is no note.</summary>
    public static SignedNote? Parse(string? note)
    {
        if (note is null || note.Any(c => c < ' ' && c != '\n') || !note.EndsWith('\n'))
            return null;
        var blank = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (blank < 1 || blank + 2 >= note.Length)
            return null;
        var lines = note[(blank + 2)..^1].Split('\n');
        var signatures = lines.Length > MostSignatures ? [] : lines.Select(NoteSignature.Parse).ToList();
        return signatures.Count == 0 || signatures.Contains(null) ? null : new SignedNote(note[..(blank + 1)], [.. signatures.OfType<NoteSignature>()]);
    }

    /// <summary>
    /// Whether this key signed the text. Null where there is no signature of it; false where there is one and any of them
    /// is wrong, upon which the whole note is to be refused.
    /// </summary>
    public bool? SignedBy(VerifierKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var own = Signatures.Where(s => s.Name == key.Name && s.KeyId == key.Id).ToList();
        return own.Count == 0 ? null : own.TrueForAll(s => key.Use == KeyUse.Cosignature
            ? Cosignature.Verify(key, Text, s) is not null
            : key.Signed(Encoding.UTF8.GetBytes(Text), s.Bytes.Span));
    }

    /// <summary>A key's name: not empty, neither space nor plus.</summary>
    internal static bool IsName(string name) => name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || c is '+' or < ' ');
}
