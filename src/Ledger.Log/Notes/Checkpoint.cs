using System.Globalization;

namespace Ledger.Log.Notes;

/// <summary>What a log was at a size (C2SP tlog-checkpoint): its root says every leaf up to there.</summary>
/// <param name="Origin">The log's name; here one per unit.</param>
/// <param name="Size">Leaves.</param>
/// <param name="Root">32 bytes.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <summary>The text that is signed.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    public SignedNote Sign(params SigningKey[] keys) => new(Text, [.. keys.Select(k => k.Sign(Text))]);

    /// <summary>Null where the text is no checkpoint. Lines behind the third are left to whoever wrote them.</summary>
    public static Checkpoint? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.EndsWith('\n') || text[..^1].Split('\n') is not [{ Length: > 0 } origin, var size, var root, .. var more] || more.Contains(""))
            return null;
        if (!Decimal(size, out var leaves))
            return null;
        var bytes = new byte[root.Length];
        return Convert.TryFromBase64String(root, bytes, out var length) && length == Tree.Merkle.Size && Convert.ToBase64String(bytes.AsSpan(0, length)) == root
            ? new Checkpoint(origin, leaves, bytes[..length])
            : null;
    }

    /// <summary>A number as these formats write it: no sign, no leading zero.</summary>
    public static bool Decimal(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number.ToString(CultureInfo.InvariantCulture) == text;
}
