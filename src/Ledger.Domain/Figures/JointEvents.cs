using System.Text.Json;

namespace Ledger.Domain.Figures;

/// <summary>Joint activities in the event table: the events of one unit that count in another's books.</summary>
public static class JointEvents
{
    /// <summary>The units an event names, letter by letter as the index over the events has it.</summary>
    public const string Named = "coalesce(data -> 'activity', data) -> 'jointUnits'";

    /// <summary>Whether an event names the unit that is the first parameter.</summary>
    public const string NamingFirst = $"{Named} @> jsonb_build_array(jsonb_build_object('unit', $1::text))";

    /// <summary>The same of the event <c>d</c>.</summary>
    public const string Units = "coalesce(d.data -> 'activity', d.data) -> 'jointUnits'";

    /// <summary>Whether the event <c>d</c> names the unit of the parameter, which <see cref="Unit"/> writes.</summary>
    public const string Naming = $"{Units} @> ?::jsonb";

    /// <summary>The parameter that stands for a unit.</summary>
    public static string Unit(string code) => JsonSerializer.Serialize(new[] { new { unit = code } });
}
