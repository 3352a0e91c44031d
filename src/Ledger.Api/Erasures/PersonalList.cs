using Ledger.Api.Access;
using Ledger.Api.Sealing;
using Ledger.Domain;
using Ledger.Domain.Kinds;
using Ledger.Log.Events;
using Npgsql;

namespace Ledger.Api.Erasures;

/// <summary>A place where a name is stored.</summary>
/// <param name="Sequence">The event.</param>
/// <param name="Type">The name it is stored under.</param>
/// <param name="Path">The member of it.</param>
/// <param name="Since">The day it was recorded, in China.</param>
/// <param name="SeenBy">Roles that can read it.</param>
/// <param name="Erasable">Whether the field is declared personal.</param>
public sealed record PersonalPlace(long Sequence, string Type, string Path, DateOnly Since, string SeenBy, bool Erasable);

/// <summary>Somebody whose name stands in a field of names.</summary>
public sealed record StoredPerson(string Name, int Places, DateOnly Since);

/// <summary>What is stored about whom, from the events themselves.</summary>
public static class PersonalList
{
    private static readonly string Readers = string.Join('、', AccessTable.Routes["GET /api/units/{unit}/entries/{id}"].Roles.Select(r => Codes.LabelOf(r)));

    public static async Task<IReadOnlyList<PersonalPlace>> PlacesAsync(NpgsqlConnection connection, string unit, string name, CancellationToken ct)
    {
        var places = new List<PersonalPlace>();
        foreach (var (row, _) in await PersonalEvents.FindAsync(connection, unit, name, ct))
        {
            foreach (var (path, value) in EventMembers.TextsOf(row))
            {
                if (value.Contains(name, StringComparison.Ordinal))
                    places.Add(new(row.Sequence, row.Type, path, DayOf(row), IsPublic(row) ? $"{Readers}；公开版读者（姓名隐去） | readers of public copies, masked" : Readers, PersonalText.Holds(row, path) != Personal.Nothing));
            }
        }

        return places;
    }

    /// <summary>Most places first.</summary>
    public static async Task<IReadOnlyList<StoredPerson>> PersonsAsync(NpgsqlConnection connection, string unit, CancellationToken ct)
    {
        var persons = new Dictionary<string, StoredPerson>();
        await using var command = new NpgsqlCommand($"select {SealRows.EventColumns} from ledger.mt_events e where e.tenant_id = $1 order by e.seq_id", connection) { CommandTimeout = 0, Parameters = { new() { Value = unit } } };
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            var row = SealRows.Event(rows);
            foreach (var name in PersonalText.Of(row).Where(m => m.Holds == Personal.Name).SelectMany(m => PersonalText.Texts(m.Value)).SelectMany(PersonNames.In))
                persons[name] = persons.TryGetValue(name, out var known) ? known with { Places = known.Places + 1 } : new(name, 1, DayOf(row));
        }

        return [.. persons.Values.OrderByDescending(p => p.Places).ThenBy(p => p.Name, StringComparer.Ordinal)];
    }

    private static DateOnly DayOf(EventRow row) => ChinaCalendar.DayOf(new DateTimeOffset(row.At, TimeSpan.Zero));

    private static bool IsPublic(EventRow row) =>
        EventMembers.Of(row).Any(m => m.Path.AsSpan().SequenceEqual("/openness"u8) && m.Value.Span.SequenceEqual("\"public\""u8));
}
