namespace Ledger.Api.Access;

/// <summary>
/// Words that no password holds, whatever stands around them: docs/operations.md lists them for people. Compared without
/// case and with the usual stand-ins (@ for a, 0 for o, 1 for l, 3 for e, $ for s).
/// </summary>
public static class BarredWords
{
    /// <summary>Shorter parts of a name stand in half of all words.</summary>
    private const int ShortestPart = 4;

    private static readonly string[] Words =
    [
        "password", "passwd", "admin", "welcome", "letmein", "iloveyou", "woaini", "5201314", "secret123", "changeme", "trustno1",
        // This product, what it is for and who runs it, as people here would type it.
        "ledger", "fazhi", "taizhang", "kouling", "mima123", "zhengfu", "zhongguo", "fagui", "xitong", "guanliyuan", "ceshi", "台账", "法治", "口令", "密码", "管理员",
        "000000", "111111", "666666", "888888", "520520", "147258", "112233",
        .. Runs("qwertyuiop", 5), .. Runs("asdfghjkl", 5), .. Runs("zxcvbnm", 5), .. Runs("qazwsxedc", 5), .. Runs("1qaz2wsx3edc", 6), .. Runs("1q2w3e4r5t6y", 6),
        .. Runs("1234567890", 6), .. Runs("abcdefgh", 5), "abc123", "abcd1234",
    ];

    private static readonly string[] Folded = [.. Words.Select(Fold)];

    /// <summary>The first that stands in it; null if none does.</summary>
    /// <param name="password">As it was sent.</param>
    /// <param name="about">Names that belong to the account; parts of four letters and more count as the whole does.</param>
    public static string? Within(string password, IEnumerable<string> about)
    {
        ArgumentNullException.ThrowIfNull(about);
        var folded = Fold(password);
        for (var i = 0; i < Words.Length; i++)
        {
            if (folded.Contains(Folded[i], StringComparison.Ordinal))
                return Words[i];
        }

        return about.SelectMany(PartsOf).FirstOrDefault(part => folded.Contains(Fold(part), StringComparison.Ordinal));
    }

    /// <summary>As it is compared.</summary>
    internal static string Fold(string text) => string.Create(text.Length, text, (into, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            into[i] = char.ToLowerInvariant(from[i]) switch { '@' => 'a', '0' => 'o', '1' => 'l', '3' => 'e', '$' => 's', var other => other };
    });

    /// <summary>Chinese names count from two signs on: that is a whole name.</summary>
    private static IEnumerable<string> PartsOf(string name) =>
        name.Split(['.', '-', '_', ' ', '（', '）', '·'], StringSplitOptions.RemoveEmptyEntries).Prepend(name)
            .Where(part => part.Length >= (part.All(char.IsAscii) ? ShortestPart : 2));

    /// <summary>Keys side by side, in both directions.</summary>
    private static IEnumerable<string> Runs(string row, int length) =>
        new[] { row, new string([.. row.Reverse()]) }.SelectMany(r => Enumerable.Range(0, r.Length - length + 1).Select(i => r.Substring(i, length)));
}
