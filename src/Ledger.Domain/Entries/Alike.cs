using System.Text.Json;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Entries;

/// <summary>
/// Whether two activities may be one that two people logged (重复登记, defect D-1 of the domain rules). A hint for people
/// and never a judgement: numbers are not compared, because two who count the same crowd differ.
/// </summary>
public static class Alike
{
    /// <summary>Days by which people misremember.</summary>
    public const int Days = 3;

    public static bool Are(Activity one, Activity other) => Are(TraitsOf(one), TraitsOf(other));

    /// <summary>The same over traits that were read before, where many are compared with many.</summary>
    public static bool Are(Traits one, Traits other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var apart = Math.Abs(one.Day.DayNumber - other.Day.DayNumber);
        if (one.Kind != other.Kind || apart > Days)
            return false;
        var both = one.Fields.Where(f => other.Fields.ContainsKey(f.Key)).ToList();
        var same = both.Count(f => f.Key == Title ? Contained(f.Value, other.Fields[f.Key]) : f.Value == other.Fields[f.Key]);
        // On one day nothing need agree as long as nothing tells them apart; on another day something has to.
        return same == both.Count && (apart == 0 || same >= 2 || both.Exists(f => f.Key == Title));
    }

    /// <summary>What tells an activity from others of its kind: the fields in words and codes, without signs and capitals.</summary>
    public static Traits TraitsOf(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return TraitsOf(activity.OccurredOn, Catalogue.KindOf(activity), JsonSerializer.SerializeToElement(activity, activity.GetType(), LedgerJson.Options));
    }

    /// <summary>The same of an activity as it is stored.</summary>
    public static Traits TraitsOf(DateOnly day, KindDefinition kind, JsonElement stored)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var fields = new Dictionary<string, string>();
        foreach (var field in kind.Fields.Where(TellsApart))
        {
            if (stored.TryGetProperty(field.Name, out var value))
                fields[field.Name] = Plain(value.GetRawText());
        }

        return new Traits(day, kind.Code, fields);
    }

    /// <summary>The fields that two activities of a kind both have, and must agree in to be alike on one day.</summary>
    public static IEnumerable<string> Always(KindDefinition kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return AlwaysThere(kind).Select(f => f.Name);
    }

    /// <summary>Those of them that are codes, as an activity has them: what is not exactly so in another cannot be alike.</summary>
    public static IReadOnlyDictionary<string, string> CodesOf(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var (kind, stored) = (Catalogue.KindOf(activity), JsonSerializer.SerializeToElement(activity, activity.GetType(), LedgerJson.Options));
        return AlwaysThere(kind).Where(f => f.Type == FieldType.Code && stored.TryGetProperty(f.Name, out _))
            .ToDictionary(f => f.Name, f => stored.GetProperty(f.Name).GetString()!);
    }

    private const string Title = "title";

    private static IEnumerable<FieldDefinition> AlwaysThere(KindDefinition kind) => kind.Fields.Where(f => f.Required && f.Name != Title && TellsApart(f));

    private static bool TellsApart(FieldDefinition field) =>
        field.Type is FieldType.Text or FieldType.Code or FieldType.TextList
        && field.Name is not ("summary" or "department" or "role" or "openness" or "lateReason" or "laws" or "campaign" or "planItem" or "shortcoming");

    /// <summary>One says what the other says, perhaps with more words.</summary>
    private static bool Contained(string one, string other) =>
        one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal);

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

/// <summary>What tells an activity from others of its kind.</summary>
/// <param name="Day">When it took place.</param>
/// <param name="Kind">Code of its kind.</param>
/// <param name="Fields">Its fields in words and codes, by name.</param>
public sealed record Traits(DateOnly Day, string Kind, IReadOnlyDictionary<string, string> Fields);
