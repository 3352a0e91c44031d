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

    private static readonly string Sql = $"""
        create table if not exists {Table} (
            tenant_id text not null, occurred_on date not null, kind text not null, status text not null, late boolean not null,
            entries int not null, primary key (tenant_id, occurred_on, kind, status, late)) with (fillfactor = 70);
        create table if not exists {OfFigures} (
            tenant_id text not null, figure text not null, occurred_on date not null,
            entries int not null, primary key (tenant_id, figure, occurred_on)) with (fillfactor = 70);

        create or replace function {IsLate}(data jsonb) returns boolean immutable language sql
            as $$ select coalesce((data -> 'entry' ->> 'lateDays')::int > {LateAfter}, false) $$;

        create or replace function ledger.count_entry() returns trigger language plpgsql as $$
        begin
            if tg_op = 'TRUNCATE' then
                delete from {Table};
                delete from {OfFigures};
                return null;
            end if;
            if tg_op = 'UPDATE' then
                if (old.tenant_id, old.occurred_on, old.kind, old.status, {IsLate}(old.data), old.data -> 'figures')
                    is not distinct from (new.tenant_id, new.occurred_on, new.kind, new.status, {IsLate}(new.data), new.data -> 'figures') then
                    return null;
                end if;
            end if;
            if tg_op <> 'INSERT' then
                update {Table} set entries = entries - 1
                where (tenant_id, occurred_on, kind, status, late) = (old.tenant_id, old.occurred_on, old.kind, old.status, {IsLate}(old.data));
                update {OfFigures} set entries = entries - 1
                where tenant_id = old.tenant_id and occurred_on = old.occurred_on and figure in (select jsonb_array_elements_text(old.data -> 'figures'));
            end if;
            if tg_op <> 'DELETE' then
                insert into {Table} values (new.tenant_id, new.occurred_on, new.kind, new.status, {IsLate}(new.data), 1)
                on conflict (tenant_id, occurred_on, kind, status, late) do update set entries = {Table}.entries + 1;
                insert into {OfFigures} select new.tenant_id, f, new.occurred_on, 1 from jsonb_array_elements_text(new.data -> 'figures') f
                on conflict (tenant_id, figure, occurred_on) do update set entries = {OfFigures}.entries + 1;
            end if;
            return null;
        end $$;

        do $$
        begin
            if not exists (select from pg_trigger where tgrelid = 'ledger.mt_doc_entrycard'::regclass and tgname = 'count_entry') then
                lock table ledger.mt_doc_entrycard in share row exclusive mode;
                insert into {Table}
                    select tenant_id, occurred_on, kind, status, {IsLate}(data), count(*) from ledger.mt_doc_entrycard group by 1, 2, 3, 4, 5;
                insert into {OfFigures}
                    select tenant_id, f, occurred_on, count(*) from ledger.mt_doc_entrycard, jsonb_array_elements_text(data -> 'figures') f group by 1, 2, 3;
                create trigger count_entry after insert or update or delete on ledger.mt_doc_entrycard for each row execute function ledger.count_entry();
                create trigger count_entries after truncate on ledger.mt_doc_entrycard for each statement execute function ledger.count_entry();
            end if;
        end $$;
        """;

    public static async Task CreateAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand(Sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The total of a list, or null where the filter asks for what is not counted.</summary>
    public static async Task<int?> TotalAsync(NpgsqlDataSource database, string unit, EntryFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(filter);
        var ofFigure = filter.Figure is not null;
        if (!string.IsNullOrWhiteSpace(filter.Text) || (ofFigure && !OnlyNarrowedByDay(filter)))
            return null;
        await using var command = database.CreateCommand($"select coalesce(sum(entries), 0)::int from {(ofFigure ? OfFigures : Table)} where tenant_id = $1");
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
