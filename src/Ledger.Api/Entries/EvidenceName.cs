using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ledger.Api.Entries;

/// <summary>Makes of the name a file was sent under one that is safe to keep, print and save under anywhere.</summary>
public static partial class EvidenceName
{
    public const int Longest = 120;
    private const string Otherwise = "佐证材料";
    private const string Reserved = "<>:\"|?*";

    /// <summary>The base name without control and direction characters, ending as its content demands.</summary>
    public static string Of(string? sent, EvidenceType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var name = new StringBuilder();
        foreach (var rune in (sent ?? "").Split('/', '\\')[^1].EnumerateRunes().Where(IsVisible))
            name.Append(rune);
        var clean = name.ToString().Trim().TrimEnd(' ', '.');
        var extension = type.Extensions.FirstOrDefault(e => clean.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        var stem = (extension is null ? clean : clean[..^extension.Length]).Trim(' ', '.');
        extension = extension is null ? type.Extensions[0] : clean[^extension.Length..];
        if (stem.Length == 0)
            stem = Otherwise;
        if (Device().IsMatch(stem))
            stem = "_" + stem;
        return Cut(stem, Longest - extension.Length) + extension;
    }

    /// <summary>What Windows takes for a device, whatever stands behind the first dot: it could not be saved there.</summary>
    [GeneratedRegex(@"^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();

    private static bool IsVisible(Rune rune) =>
        rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && !(rune.IsAscii && Reserved.Contains((char)rune.Value));

    /// <summary>Never through the middle of a rare character.</summary>
    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd(' ', '.');
}
