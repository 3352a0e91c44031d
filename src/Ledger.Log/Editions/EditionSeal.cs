using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ledger.Log.Notes;

namespace Ledger.Log.Editions;

/// <summary>
/// A note inside the file over all the rest of the file: signed by the log's key, so that a change of any byte shows. It
/// lies in a stream of fixed length that stands in the file as it is; the hash is taken with that stream blanked.
/// </summary>
public static class EditionSeal
{
    public const string FileName = "seal.txt";
    private const int Length = 768;
    private const byte Blank = (byte)' ';

    private static readonly byte[] Mark = "ledger-edition/1\n"u8.ToArray();

    /// <summary>The stream before it is filled.</summary>
    public static byte[] Placeholder { get; } = [.. Mark, .. Enumerable.Repeat(Blank, Length - Mark.Length)];

    /// <summary>The file with its seal; the bytes are changed in place.</summary>
    public static byte[] Fill(byte[] file, string unit, int year, int edition, SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(key);
        var place = Find(file) ?? throw new InvalidOperationException("the file has no place for a seal, or two");
        var text = string.Create(CultureInfo.InvariantCulture, $"ledger-edition/1\nunit {unit}\nyear {year}\nedition {edition}\nbytes {file.Length}\nsha-256:{Digest(file, place)}\n");
        var note = Encoding.UTF8.GetBytes(new SignedNote(text, [key.Sign(text)]).ToString());
        var into = file.AsSpan(place, Length);
        into.Fill(Blank);
        note.CopyTo(into);
        return file;
    }

    /// <summary>The note of a file; null where there is none, or more than one place it could be.</summary>
    public static SignedNote? Read(byte[] file) =>
        Find(file) is { } place && Encoding.UTF8.GetString(file, place, Length).TrimEnd(' ') is var text
        && SignedNote.Parse(text) is { Signatures.Count: 1 } note && note.ToString() == text ? note : null;

    /// <summary>Whether the file is the one the note speaks of.</summary>
    public static bool Fits(byte[] file, SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(note);
        return Find(file) is { } place
            && note.Text.EndsWith(string.Create(CultureInfo.InvariantCulture, $"\nbytes {file.Length}\nsha-256:{Digest(file, place)}\n"), StringComparison.Ordinal);
    }

    private static int? Find(byte[] file)
    {
        var first = file.AsSpan().IndexOf(Mark);
        return first < 0 || first + Length > file.Length || file.AsSpan(first + 1).IndexOf(Mark) >= 0 ? null : first;
    }

    private static string Digest(byte[] file, int place)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file, 0, place);
        hash.AppendData([.. Enumerable.Repeat(Blank, Length)]);
        hash.AppendData(file, place + Length, file.Length - place - Length);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
