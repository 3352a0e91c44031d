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

    public static bool Are(Activity one, Activity other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var apart = Math.Abs(one.OccurredOn.DayNumber - other.OccurredOn.DayNumber);
        if (one.GetType() != other.GetType() || apart > Days)
            return false;
        var (same, different) = Compare(one, other);
        // On one day nothing need agree as long as nothing tells them apart; on another day something has to.
        return different == 0 && (apart == 0 || same >= 2 || SameTitle(one, other));
    }

    private static (int Same, int Different) Compare(Activity one, Activity other)
    {
        var (left, right) = (Json(one), Json(other));
        var (same, different) = (0, 0);
        foreach (var field in Catalogue.KindOf(one).Fields.Where(TellsApart))
        {
            if (!left.TryGetProperty(field.Name, out var a) || !right.TryGetProperty(field.Name, out var b))
                continue;
            if (field.Name == "title" ? Contained(a.GetString()!, b.GetString()!) : Plain(a.GetRawText()) == Plain(b.GetRawText()))
                same++;
            else
                different++;
        }

        return (same, different);
    }

    private static bool TellsApart(FieldDefinition field) =>
        field.Type is FieldType.Text or FieldType.Code or FieldType.TextList
        && field.Name is not ("summary" or "department" or "role" or "openness" or "lateReason" or "laws" or "campaign" or "planItem" or "shortcoming");

    private static bool SameTitle(Activity one, Activity other) => one.Title is { } a && other.Title is { } b && Contained(a, b);

    /// <summary>One says what the other says, perhaps with more words.</summary>
    private static bool Contained(string one, string other)
    {
        var (a, b) = (Plain(one), Plain(other));
        return a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static JsonElement Json(Activity activity) => JsonSerializer.SerializeToElement(activity, activity.GetType(), LedgerJson.Options);
}
