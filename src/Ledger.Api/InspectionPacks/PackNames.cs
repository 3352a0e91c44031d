using System.Globalization;
using System.Text;

namespace Ledger.Api.InspectionPacks;

/// <summary>Names within the pack: unpacked anywhere they stay in their folder and mean nothing to any system.</summary>
public static class PackNames
{
    private const int Longest = 60;

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    /// <summary>The entry's number and the file's place within it make the name one of its own, whatever the file was called.</summary>
    public static string Of(long entry, int file, string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var ending = Safe(Path.GetExtension(fileName).TrimStart('.'), 10);
        var stem = Safe(Path.GetFileNameWithoutExtension(fileName), Longest).TrimEnd('.');
        if (stem.Length == 0 || Devices.Contains(stem.Split('.')[0]))
            stem = "file";
        return string.Create(CultureInfo.InvariantCulture, $"evidence/{entry:00000}-{file}-{stem}{(ending.Length == 0 ? "" : "." + ending)}");
    }

    private static string Safe(string text, int most)
    {
        var safe = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (safe.Length >= most)
                break;
            if (rune.Value == '.' && safe.Length > 0 && safe[^1] == '.')
                continue;
            safe.Append(Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.' or '（' or '）' or '〔' or '〕' ? rune.ToString() : "_");
        }

        return safe.ToString().TrimStart('.');
    }
}
