using System.Text.Json;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Entries;

/// <summary>
/// Cuts text for a substring search in Chinese, where words are mostly two characters and nothing separates them:
/// every single character and every pair of neighbours is a term; what the terms admit is then tested exactly.
/// </summary>
public static class SearchText
{
    /// <summary>What people read of an activity, one value a line, in lower case: its kind, its texts, the labels of its codes.</summary>
    public static string Of(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var kind = Catalogue.KindOf(activity);
        var json = JsonSerializer.SerializeToElement(activity, activity.GetType(), LedgerJson.Options);
        var texts = kind.Fields.Where(f => json.TryGetProperty(f.Name, out _)).SelectMany(f => Texts(f, json.GetProperty(f.Name)));
        return string.Join('\n', texts.Prepend(kind.Name).Distinct()).ToLowerInvariant();
    }

    public static IEnumerable<string> Grams(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var grams = new HashSet<string>();
        foreach (var line in text.Split('\n'))
        {
            var before = "";
            // By rune, not by char: half of a rare character is no text, and PostgreSQL refuses it.
            foreach (var rune in line.EnumerateRunes())
            {
                var one = rune.ToString();
                grams.Add(one);
                if (before.Length > 0)
                    grams.Add(before + one);
                before = one;
            }
        }

        return grams;
    }

    /// <summary>The terms every hit must hold: the pairs of a longer query, the one character of a short one.</summary>
    public static IReadOnlyList<string> Terms(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var text = query.Trim().ToLowerInvariant();
        var grams = Grams(text).ToList();
        var pairs = grams.Where(g => g.EnumerateRunes().Count() == 2).ToList();
        return pairs.Count > 0 ? pairs : grams;
    }

    private static IEnumerable<string> Texts(FieldDefinition field, JsonElement value) => field.Type switch
    {
        FieldType.Text => [value.GetString()!],
        FieldType.Code when field.Name is not ("role" or "openness") => [field.Options.First(o => o.Code == value.GetString()).Label],
        FieldType.TextList => value.EnumerateArray().Select(v => v.GetString()!),
        FieldType.GroupList => value.EnumerateArray().SelectMany(item =>
            field.ItemFields.Where(f => item.TryGetProperty(f.Name, out _)).SelectMany(f => Texts(f, item.GetProperty(f.Name)))),
        _ => [],
    };
}
