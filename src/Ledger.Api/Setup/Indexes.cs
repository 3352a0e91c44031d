using Ledger.Api.Access;
using Ledger.Api.Entries;
using Npgsql;

namespace Ledger.Api.Setup;

/// <summary>Indexes over Marten's tables that Marten cannot describe: made once, told to Marten to leave alone.</summary>
public static class Indexes
{
    public const string CardGrams = "ix_ledger_card_grams";
    public const string LateCards = "ix_ledger_late_cards";
    public const string EventsByUnit = "ix_ledger_events_unit";
    public const string EventsByTime = "ix_ledger_events_time";

    public const string JointEvents = "ix_ledger_events_joint";
    public const string MergedEvents = "ix_ledger_events_merged";

    /// <summary>The cards of a unit that hold pairs of characters and a text.</summary>
    public const string CardsWith = "ledger.cards_with";

    // As the owner: under a policy PostgreSQL trusts no operator of jsonb with rows that it may have to hide, and would read
    // every card of the unit. The function hides them by itself.
    private const string Sql = $"""
        create index if not exists {CardGrams} on ledger.mt_doc_entrycard using gin ((data -> 'grams') jsonb_path_ops);
        create index if not exists {LateCards} on ledger.mt_doc_entrycard (tenant_id, occurred_on) where {EntryCounts.IsLate}(data);
        create index if not exists {EventsByUnit} on ledger.mt_events (tenant_id, seq_id);
        create index if not exists {EventsByTime} on ledger.mt_events (tenant_id, timestamp, seq_id);
        create index if not exists {JointEvents} on ledger.mt_events using gin (({Domain.Figures.JointEvents.Named}) jsonb_path_ops)
            where {Domain.Figures.JointEvents.Named} is not null;
        create index if not exists {MergedEvents} on ledger.mt_events (tenant_id, (data ->> 'into')) where type = 'entry_merged';
        create or replace function {CardsWith}(terms jsonb, wanted text) returns setof uuid stable security definer language sql set search_path = pg_catalog, pg_temp
            as $$ select id from ledger.mt_doc_entrycard
                  where tenant_id = current_setting('{RowSecurity.Setting}', true) and data -> 'grams' @> terms and position(wanted in data ->> 'text') > 0 $$;
        """;

    public static async Task CreateAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand(Sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
