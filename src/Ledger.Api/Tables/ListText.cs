using System.Text;

namespace Ledger.Api.Tables;

/// <summary>
/// A list in one cell: items set apart by <c>；</c>, or by <c>、</c> where people wrote it so. An item that holds what sets items apart stands
/// in quotation marks, those within it doubled, so that any list can be read back.
/// </summary>
public static class ListText
{
    private const string Between = "；;、\n\r";

    /// <param name="items">The items.</param>
    /// <param name="quoted">The items are made of parts that are quoted where they need it.</param>
    public static string Join(IEnumerable<string> items, bool quoted = false)
    {
        ArgumentNullException.ThrowIfNull(items);
        return string.Join('；', quoted ? items : items.Select(i => Quote(i, Between)));
    }

    /// <summary>One part of an item of several.</summary>
    public static string Part(string text) => Quote(text, Between + " \u3000\t，,");

    private static string Quote(string text, string separators) =>
        text.Length == 0 || text[0] == '"' || text.AsSpan().IndexOfAny(separators) >= 0 || text.Trim().Length != text.Length
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;

    /// <summary>The items of a list; those left empty are no items.</summary>
    public static IReadOnlyList<string> Items(string text) => [.. Split(text, Between).Select(Unquote).Where(i => i.Length > 0)];

    /// <summary>The items of a list, each in its parts.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="more">What else sets items apart.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Parts(string text, string more) =>
        [.. Split(text, Between + more).Where(i => i.Length > 0).Select(i => Split(i, " \u3000\t").Where(p => p.Length > 0).Select(Unquote).ToList())];

    private static string Unquote(string text) =>
        text is ['"', .., '"'] ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;

    /// <summary>Cuts outside of quotation marks that begin a piece; blanks around a piece are not part of it.</summary>
    private static IEnumerable<string> Split(string text, string separators)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (piece, quoted) = (new StringBuilder(), false);
        foreach (var c in text)
        {
            if (c == '"' && (quoted || string.IsNullOrWhiteSpace(piece.ToString()) || IsInner(piece)))
                quoted = !quoted;
            if (quoted || !separators.Contains(c, StringComparison.Ordinal))
            {
                piece.Append(c);
                continue;
            }

            yield return piece.ToString().Trim();
            piece.Clear();
        }

        yield return piece.ToString().Trim();
    }

    /// <summary>A part of an item begins here, or a doubled mark goes on.</summary>
    private static bool IsInner(StringBuilder piece) => piece[^1] is '"' || char.IsWhiteSpace(piece[^1]);
}
