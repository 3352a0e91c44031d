using System.Text.Json;
using Ledger.Domain.Erasures;
using Ledger.Domain.Kinds;
using Ledger.Log.Events;

namespace Ledger.Api.Erasures;

/// <summary>What of a stored event is personal, by the declarations of the catalogue.</summary>
public static class PersonalText
{
    /// <param name="row">The event.</param>
    /// <param name="path">JSON pointer to a member, or <c>by</c>.</param>
    public static Personal Holds(EventRow row, string path)
    {
        ArgumentNullException.ThrowIfNull(row);
        return PersonalMembers.Find(row.Type, path, CarriedKind(row, path));
    }

    /// <summary>Every member that may name somebody, with its JSON text.</summary>
    public static IEnumerable<(string Path, string Value, Personal Holds)> Of(EventRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return EventMembers.TextsOf(row)
            .Select(m => (m.Path, m.Value, Holds: Holds(row, m.Path)))
            .Where(m => m.Holds != Personal.Nothing);
    }

    /// <summary>The texts in a member's value: one, or those of a list.</summary>
    public static IReadOnlyList<string> Texts(string value)
    {
        using var json = JsonDocument.Parse(value);
        return json.RootElement.ValueKind switch
        {
            JsonValueKind.String => [json.RootElement.GetString()!],
            JsonValueKind.Array => [.. json.RootElement.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.String).Select(i => i.GetString()!)],
            _ => [],
        };
    }

    private static string? CarriedKind(EventRow row, string path)
    {
        if (!path.StartsWith("/activity/", StringComparison.Ordinal) && !path.StartsWith("/step/", StringComparison.Ordinal))
            return null;
        using var json = JsonDocument.Parse(row.Data);
        return json.RootElement.TryGetProperty(path.Split('/')[1], out var carried) && carried.ValueKind == JsonValueKind.Object && carried.TryGetProperty("kind", out var kind) ? kind.GetString() : null;
    }
}
