using Ledger.Api.Access;
using Ledger.Domain.Kinds;
using Npgsql;

namespace Ledger.Api.Entries;

/// <summary>
/// How many entries there are by day, kind, status and lateness. PostgreSQL keeps them itself, in the statement that writes
/// an entry's card, so that they are never another number than the cards are; a list over a million entries says its total
/// from some hundred rows.
/// </summary>
public static class EntryCounts
{
    public const string Table = "ledger.entry_counts";

    /// <summary>Recorded within a week is in time.</summary>
    public const int LateAfter = 7;

    /// <summary>The database's function of that judgement over a card's data.</summary>
    public const string IsLate = "ledger.entry_is_late";

    private const string OfFigures = "ledger.figure_entry_counts";

    private const string Key = $"tenant_id, occurred_on, kind, status, {IsLate}(data) as late";
    private const string FigureKey = "tenant_id, f as figure, occurred_on";
    private const string Each = "cross join lateral jsonb_array_elements_text(data -> 'figures') f";

    private static readonly string Sql = $"""
        create table if not exists {Table} (
            tenant_id text not null, occurred_on date not null, kind text not null, status text not null, late boolean not null,
            entries int not null, primary key (tenant_id, occurred_on, kind, status, late)) with (fillfactor = 70);
        create table if not exists {OfFigures} (
            tenant_id text not null, figure text not null, occurred_on date not null,
            entries int not null, primary key (tenant_id, figure, occurred_on)) with (fillfactor = 70);

        create or replace function {IsLate}(data jsonb) returns boolean immutable language sql
            as $$ select coalesce((data -> 'entry' ->> 'lateDays')::int > {LateAfter}, false) $$;

        create or replace function ledger.count_entries() returns trigger language plpgsql as $$
        begin
            if tg_op = 'TRUNCATE' then
                delete from {Table};
                delete from {OfFigures};
            elsif tg_op = 'INSERT' then
                {Add($"select {Key}, 1 as n from added", $"select {FigureKey}, 1 as n from added {Each}")}
            elsif tg_op = 'DELETE' then
                {Add($"select {Key}, -1 as n from removed", $"select {FigureKey}, -1 as n from removed {Each}")}
            else
                {Add($"select {Key}, 1 as n from added union all select {Key}, -1 from removed", $"select {FigureKey}, 1 as n from added {Each} union all select {FigureKey}, -1 from removed {Each}")}
            end if;
            return null;
        end $$;

        do $$
        begin
            lock table ledger.mt_doc_entrycard in share row exclusive mode;
            if not exists (select from pg_trigger where tgrelid = 'ledger.mt_doc_entrycard'::regclass and tgname in ('count_entry', 'count_inserted')) then
                {Add($"select {Key}, 1 as n from ledger.mt_doc_entrycard", $"select {FigureKey}, 1 as n from ledger.mt_doc_entrycard {Each}")}
            end if;
            drop trigger if exists count_entry on ledger.mt_doc_entrycard;
            drop trigger if exists count_entries on ledger.mt_doc_entrycard;
            drop function if exists ledger.count_entry();
            create or replace trigger count_inserted after insert on ledger.mt_doc_entrycard referencing new table as added for each statement execute function ledger.count_entries();
            create or replace trigger count_updated after update on ledger.mt_doc_entrycard referencing old table as removed new table as added for each statement execute function ledger.count_entries();
            create or replace trigger count_deleted after delete on ledger.mt_doc_entrycard referencing old table as removed for each statement execute function ledger.count_entries();
            create or replace trigger count_truncated after truncate on ledger.mt_doc_entrycard for each statement execute function ledger.count_entries();
        end $$;
        """;

    /// <summary>Adds what rows count for, once for all rows of a statement, in one order whoever else adds.</summary>
    private static string Add(string rows, string ofFigures) => $"""
        insert into {Table} as t select tenant_id, occurred_on, kind, status, late, sum(n)::int from ({rows}) r group by 1, 2, 3, 4, 5 having sum(n) <> 0 order by 1, 2, 3, 4, 5
            on conflict (tenant_id, occurred_on, kind, status, late) do update set entries = t.entries + excluded.entries;
        insert into {OfFigures} as t select tenant_id, figure, occurred_on, sum(n)::int from ({ofFigures}) r group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3
            on conflict (tenant_id, figure, occurred_on) do update set entries = t.entries + excluded.entries;
        """;

    public static async Task CreateAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand(Sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The total of a list, or null where the filter asks for what is not counted.</summary>
    public static async Task<int?> TotalAsync(UnitDatabase database, string unit, EntryFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(filter);
        var ofFigure = filter.Figure is not null;
        if (!string.IsNullOrWhiteSpace(filter.Text) || (ofFigure && !OnlyNarrowedByDay(filter)))
            return null;
        await using var connection = await database.OpenAsync(unit, ct);
        await using var command = new NpgsqlCommand($"select coalesce(sum(entries), 0)::int from {(ofFigure ? OfFigures : Table)} where tenant_id = $1", connection);
        command.Parameters.Add(new() { Value = unit });
        if (ofFigure)
            And("figure =", filter.Figure!);
        if (filter.FirstDay is { } first)
            And("occurred_on >=", first);
        if (filter.LastDay is { } last)
            And("occurred_on <=", last);
        if (filter.Kind is { } kind && !ofFigure)
            And("kind =", kind);
        if (filter.Status is { } status)
            And("status =", status.ToString());
        if (filter.Late)
            And("late =", true);
        return (int)(await command.ExecuteScalarAsync(ct))!;

        void And(string condition, object value)
        {
            command.Parameters.Add(new() { Value = value });
#pragma warning disable CA2100 // fixed text and a number
            command.CommandText += $" and {condition} ${command.Parameters.Count}";
#pragma warning restore CA2100
        }
    }

    /// <summary>A figure is of one kind: naming that kind as well narrows nothing.</summary>
    private static bool OnlyNarrowedByDay(EntryFilter filter) =>
        filter.Status is null && !filter.Late && (filter.Kind is null || filter.Kind == Catalogue.FindFigure(filter.Figure!)?.Kind);
}
