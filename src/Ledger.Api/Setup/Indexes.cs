using Ledger.Api.Access;
using Ledger.Api.Entries;
using Npgsql;

namespace Ledger.Api.Setup;

/// <summary>Indexes over Marten's tables that Marten cannot describe: made once, told to Marten to leave alone.</summary>
public static class Indexes
{
    public const string CardGrams = "ix_ledger_card_grams";
    public const string LateCards = "ix_ledger_late_cards";
    public const string CardsByDay = "ix_ledger_cards_day";
    public const string CardsByKind = "ix_ledger_cards_kind";
    public const string CardsByStatus = "ix_ledger_cards_status";
    public const string CardsOfPlan = "ix_ledger_cards_plan";
    public const string EventsByUnit = "ix_ledger_events_unit";
    public const string EventsByTime = "ix_ledger_events_time";

    public const string JointEvents = "ix_ledger_events_joint";
    public const string MergedEvents = "ix_ledger_events_merged";
    public const string Erasures = "ix_ledger_events_erasures";

    /// <summary>Marten's, over one column each and all units: dropped, because it heeds no other columns for them.</summary>
    public static readonly string[] CardsOfOneColumn = ["mt_doc_entrycard_idx_occurred_on", "mt_doc_entrycard_idx_kind", "mt_doc_entrycard_idx_status"];

    /// <summary>A card, named d, whose entry says which item of a plan or list it is: few do, and they have an index.</summary>
    public const string NamesPlanItem = "d.data -> 'entry' -> 'activity' ? 'planItem'";

    /// <summary>The cards of a unit that hold pairs of characters and a text.</summary>
    public const string CardsWith = "ledger.cards_with";

    // As the owner: under a policy PostgreSQL trusts no operator of jsonb with rows that it may have to hide, and would read
    // every card of the unit. The function hides them by itself.
    // Those of cards by day, kind and status hold the order of the list: a page is read from them, however many entries and units there are.
    private static readonly string Sql = $"""
        create index if not exists {CardGrams} on ledger.mt_doc_entrycard using gin ((data -> 'grams') jsonb_path_ops);
        create index if not exists {LateCards} on ledger.mt_doc_entrycard (tenant_id, occurred_on) where {EntryCounts.IsLate}(data);
        create index if not exists {CardsByDay} on ledger.mt_doc_entrycard (tenant_id, occurred_on, id);
        create index if not exists {CardsByKind} on ledger.mt_doc_entrycard (tenant_id, kind, occurred_on, id);
        create index if not exists {CardsByStatus} on ledger.mt_doc_entrycard (tenant_id, status, occurred_on, id);
        create index if not exists {CardsOfPlan} on ledger.mt_doc_entrycard (tenant_id, occurred_on) where {NamesPlanItem.Replace("d.data", "data", StringComparison.Ordinal)};
        drop index if exists {string.Join(", ", CardsOfOneColumn.Select(i => $"{Store.Schema}.{i}"))};
        create index if not exists {EventsByUnit} on ledger.mt_events (tenant_id, seq_id);
        create index if not exists {EventsByTime} on ledger.mt_events (tenant_id, timestamp, seq_id);
        create index if not exists {JointEvents} on ledger.mt_events using gin (({Domain.Figures.JointEvents.Named}) jsonb_path_ops)
            where {Domain.Figures.JointEvents.Named} is not null;
        create index if not exists {MergedEvents} on ledger.mt_events (tenant_id, (data ->> 'into')) where type = 'entry_merged';
        create index if not exists {Erasures} on ledger.mt_events (tenant_id, seq_id) where type = 'personal_data_erased';
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
