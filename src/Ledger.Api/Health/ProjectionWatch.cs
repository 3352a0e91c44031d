using Ledger.Api.Setup;
using Npgsql;

namespace Ledger.Api.Health;

/// <summary>How far a projection is, and whether it still moves.</summary>
public sealed record ProjectionState(string Name, long Reached, long Newest, bool Running, string? Why)
{
    public long Lag => Newest - Reached;
}

/// <summary>
/// Watches the projections from the outside: one that stands still with events before it has stopped, whatever it says
/// of itself. A poison event stops a projection; nothing skips it. How long it stands is elapsed time: a machine's clock
/// that is set back must not keep it lying there.
/// </summary>
public sealed class ProjectionWatch(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>How long a projection may stand still with events before it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (long Reached, long Since)> _seen = [];

    public async Task<IReadOnlyList<ProjectionState>> LookAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select n.name, coalesce(p.last_seq_id, 0), coalesce((select max(seq_id) from ledger.mt_events), 0), p.agent_status, p.pause_reason
            from unnest($1) as n(name) left join ledger.mt_event_progression p on p.name = n.name || ':All'
            """);
        command.Parameters.Add(new() { Value = Projections.Names });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var states = new List<ProjectionState>();
        while (await reader.ReadAsync(ct))
        {
            var (name, reached, newest) = (reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2));
            var paused = reader.IsDBNull(4) ? null : reader.GetString(4);
            var why = paused ?? (StandsStill(name, reached, newest) ? $"stands at event {reached} of {newest}" : null);
            states.Add(new ProjectionState(name, reached, newest, why is null, why));
        }

        return states;
    }

    private bool StandsStill(string name, long reached, long newest)
    {
        lock (_lock)
        {
            if (reached >= newest || !_seen.TryGetValue(name, out var seen) || seen.Reached != reached)
            {
                _seen[name] = (reached, clock.GetTimestamp());
                return false;
            }

            return clock.GetElapsedTime(seen.Since) > Patience;
        }
    }
}
