using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Api.Sealing;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Erasures;
using Ledger.Domain.Kinds;
using Ledger.Log.Events;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Api.Erasures;

/// <summary>
/// Names hidden for whoever is not entitled to them: 张** for each, with a number where two would look the same, one and the
/// same mask for a person throughout a file, so that what is told apart by names still is. Known are the names that stand in
/// fields of names; wherever else they are written, they are hidden too.
/// </summary>
public sealed class Masks
{
    private readonly List<KeyValuePair<string, string>> _longestFirst;

    /// <param name="names">Fields that hold names, in the order in which masks are numbered.</param>
    public Masks(IEnumerable<string> names)
    {
        var (masks, times) = (new Dictionary<string, string>(), new Dictionary<string, int>());
        foreach (var name in names.SelectMany(PersonNames.In))
        {
            if (masks.ContainsKey(name))
                continue;
            var mask = PersonNames.Surname(name);
            var number = times[mask] = times.GetValueOrDefault(mask) + 1;
            masks[name] = number == 1 ? mask : mask + number.ToString(null, null);
        }

        _longestFirst = [.. masks.OrderByDescending(m => m.Key.Length).ThenBy(m => m.Key, StringComparer.Ordinal)];
    }

    /// <summary>By the names in a unit's log, or in all, up to an event: later ones change no mask.</summary>
    public static async Task<Masks> ReadAsync(NpgsqlConnection connection, string? unit, long upTo, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select {SealRows.EventColumns} from ledger.mt_events e where ($1 is null or e.tenant_id = $1) and e.seq_id <= $2 order by e.seq_id", connection) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = (object?)unit ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = upTo });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var names = new HashSet<string>();
        var inOrder = new List<string>();
        while (await rows.ReadAsync(ct))
            inOrder.AddRange(PersonalText.Of(SealRows.Event(rows)).Where(m => m.Holds == Personal.Name).SelectMany(m => PersonalText.Texts(m.Value)).Where(names.Add));
        return new Masks(inOrder);
    }

    public string Apply(string text) => _longestFirst.Aggregate(text, (masked, m) => masked.Replace(m.Key, m.Value, StringComparison.Ordinal));

    /// <summary>An event with its names hidden, and how its leaf is opened without them.</summary>
    public (EventRow Row, LeafSalt? Salt) Of(EventRow row, LeafSalt? salt) =>
        Redaction.Of(row, salt, (path, value) => PersonalText.Holds(row, path) != Personal.Nothing && Apply(value) is var masked && masked != value ? masked : null) is { } hidden
            ? (hidden.Row, hidden.Salt)
            : (row, salt);

    public Entry Of(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry with
        {
            Activity = Of(entry.Activity),
            RecordedBy = entry.RecordedBy is { } by ? Apply(by) : null,
            Evidence = [.. entry.Evidence.Select(e => e with { FileName = Apply(e.FileName) })],
        };
    }

    public EntryCard Of(EntryCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card with { Entry = Of(card.Entry), Title = Apply(card.Title) };
    }

    private Activity Of(Activity activity)
    {
        var (type, kind) = (activity.GetType(), Catalogue.KindOf(activity).Code);
        var fields = JsonSerializer.SerializeToNode(activity, type, LedgerJson.Options)!.AsObject();
        foreach (var (name, value) in fields.ToList())
        {
            if (value is not null && PersonalMembers.Find("", $"/activity/{name}", kind) != Personal.Nothing)
                fields[name] = JsonNode.Parse(Apply(value.ToJsonString(LedgerJson.Options)));
        }

        return (Activity)fields.Deserialize(type, LedgerJson.Options)!;
    }
}
