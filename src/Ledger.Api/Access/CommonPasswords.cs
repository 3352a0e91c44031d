using System.IO.Compression;

namespace Ledger.Api.Access;

/// <summary>
/// The commonest passwords of published breaches, 49 000 of them. Few would pass our own rule as they are; what people make
/// of them for a rule, digits and signs before or after and the usual stand-ins within, is found as well. Where the list
/// comes from: dev/common-passwords.sh.
/// </summary>
public static class CommonPasswords
{
    private const string Resource = "common-passwords.txt.gz";

    /// <summary>What is left of a password must be this long for being common to say anything of the whole.</summary>
    private const int Shortest = 4;

    private static readonly Lazy<HashSet<string>> All = new(Read);

    public static int Count => All.Value.Count;

    /// <summary>As they are compared.</summary>
    public static IEnumerable<string> Listed => All.Value;

    /// <summary>Whether it is one of them, or one of them with something around it.</summary>
    public static bool Holds(string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        var signless = Before(password, char.IsLetterOrDigit);
        var word = Before(signless, char.IsLetter);
        return Has(password) || Has(signless) || Has(word) || Has(string.Concat(word.SkipWhile(c => !char.IsLetter(c))));

        static string Before(string text, Func<char, bool> wanted) => text[..(text.Length - text.Reverse().TakeWhile(c => !wanted(c)).Count())];
        static bool Has(string left) => left.Length >= Shortest && All.Value.Contains(BarredWords.Fold(left));
    }

    private static HashSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is missing");
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        var all = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
            all.Add(BarredWords.Fold(line));
        return all;
    }
}
