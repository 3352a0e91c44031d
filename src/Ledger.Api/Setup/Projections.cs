using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Npgsql;

namespace Ledger.Api.Setup;

/// <summary>The projections that follow the log, and who takes them on, as the database knows it.</summary>
internal static class Projections
{
    public static readonly string[] Names = [YearBooks.Name, nameof(EntryCards)];

    /// <summary>Whether a service is running: it is known by the name of its connections.</summary>
    public static async Task<bool> AreServedAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select exists(select 1 from pg_stat_activity where datname = current_database() and application_name = $1)");
        command.Parameters.Add(new() { Value = LedgerApp.ServiceName });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Whether one of them has not taken in the newest event yet.</summary>
    public static async Task<bool> AreBehindAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select exists(select 1 from unnest($1) as n(name) left join ledger.mt_event_progression p on p.name = n.name || ':All'
                          where coalesce(p.last_seq_id, 0) < (select max(seq_id) from ledger.mt_events))
            """);
        command.Parameters.Add(new() { Value = Names });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
