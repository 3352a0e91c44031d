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

    /// <summary>The same by figure and day.</summary>
    public const string OfFigures = "ledger.figure_entry_counts";

    /// <summary>By month, named by its first day: a year is read from a twentieth of the rows.</summary>
    public const string OfMonths = "ledger.month_entry_counts";

    private static readonly string Sql = $"""
        create table if not exists {Table} (
            tenant_id text not null, occurred_on date not null, kind text not null, status text not null, late boolean not null,
            entries int not null, primary key (tenant_id, occurred_on, kind, status, late)) with (fillfactor = 70);
        create table if not exists {OfFigures} (
            tenant_id text not null, figure text not null, occurred_on date not null,
            entries int not null, primary key (tenant_id, figure, occurred_on)) with (fillfactor = 70);
        create table if not exists {OfMonths} (
            tenant_id text not null, month date not null, kind text not null, status text not null, late boolean not null,
            entries int not null, primary key (tenant_id, month, kind, status, late)) with (fillfactor = 70);

        create or replace function {IsLate}(data jsonb) returns boolean immutable language sql
            as $$ select coalesce((data -> 'entry' ->> 'lateDays')::int > {LateAfter}, false) $$;

        create or replace function ledger.count_inserted() returns trigger language plpgsql set jit = off as $$
        declare
            card record;
            cards int := 0;
        begin
            for card in select * from added limit 2 loop cards := cards + 1; end loop;
            if cards = 1 then
                {AddOne("card", 1)}
            elsif cards > 1 then
                {Add("added", 1)}
            end if;
            return null;
        end $$;

        create or replace function ledger.count_deleted() returns trigger language plpgsql set jit = off as $$
        begin
            if tg_op = 'TRUNCATE' then
                delete from {Table};
                delete from {OfFigures};
                delete from {OfMonths};
            else
                {Add("removed", -1)}
            end if;
            return null;
        end $$;

        create or replace function ledger.count_updated() returns trigger language plpgsql as $$
        begin
            if (old.tenant_id, old.occurred_on, old.kind, old.status, {IsLate}(old.data), old.data -> 'figures')
                is distinct from (new.tenant_id, new.occurred_on, new.kind, new.status, {IsLate}(new.data), new.data -> 'figures') then
                {AddOne("old", -1)}
                {AddOne("new", 1)}
            end if;
            return null;
        end $$;

        do $$
        begin
            lock table ledger.mt_doc_entrycard in share row exclusive mode;
            if not exists (select from pg_trigger where tgrelid = 'ledger.mt_doc_entrycard'::regclass and tgname in ('count_entry', 'count_inserted')) then
                {Add("ledger.mt_doc_entrycard", 1)}
            end if;
            drop trigger if exists count_entry on ledger.mt_doc_entrycard;
            drop trigger if exists count_entries on ledger.mt_doc_entrycard;
            drop function if exists ledger.count_entry();
            drop function if exists ledger.count_entries();
            create or replace trigger count_inserted after insert on ledger.mt_doc_entrycard referencing new table as added for each statement execute function ledger.count_inserted();
            create or replace trigger count_updated after update on ledger.mt_doc_entrycard for each row execute function ledger.count_updated();
            create or replace trigger count_deleted after delete on ledger.mt_doc_entrycard referencing old table as removed for each statement execute function ledger.count_deleted();
            create or replace trigger count_truncated after truncate on ledger.mt_doc_entrycard for each statement execute function ledger.count_deleted();
        end $$;
        """;

    /// <summary>Adds what many cards count for: one change of a counter, however many of them it counts.</summary>
    private static string Add(string cards, int n) => $"""
        insert into {Table} as t select tenant_id, occurred_on, kind, status, {IsLate}(data), {n} * count(*)::int from {cards} group by 1, 2, 3, 4, 5
            on conflict (tenant_id, occurred_on, kind, status, late) do update set entries = t.entries + excluded.entries;
        insert into {OfFigures} as t select tenant_id, f, occurred_on, {n} * count(*)::int from {cards}, jsonb_array_elements_text(data -> 'figures') f group by 1, 2, 3
            on conflict (tenant_id, figure, occurred_on) do update set entries = t.entries + excluded.entries;
        insert into {OfMonths} as t select tenant_id, {Month("occurred_on")}, kind, status, {IsLate}(data), {n} * count(*)::int from {cards} group by 1, 2, 3, 4, 5
            on conflict (tenant_id, month, kind, status, late) do update set entries = t.entries + excluded.entries;
        """;

    /// <summary>The same of one card, as projections write them: without a plan for many.</summary>
    private static string AddOne(string card, int n) => $"""
        insert into {Table} as t values ({card}.tenant_id, {card}.occurred_on, {card}.kind, {card}.status, {IsLate}({card}.data), {n})
            on conflict (tenant_id, occurred_on, kind, status, late) do update set entries = t.entries + excluded.entries;
        insert into {OfFigures} as t select {card}.tenant_id, f, {card}.occurred_on, {n} from jsonb_array_elements_text({card}.data -> 'figures') f
            on conflict (tenant_id, figure, occurred_on) do update set entries = t.entries + excluded.entries;
        insert into {OfMonths} as t values ({card}.tenant_id, {Month($"{card}.occurred_on")}, {card}.kind, {card}.status, {IsLate}({card}.data), {n})
            on conflict (tenant_id, month, kind, status, late) do update set entries = t.entries + excluded.entries;
        """;

    private static string Month(string day) => $"date_trunc('month', {day}::timestamp)::date";

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
        var months = !ofFigure && filter.FirstDay is null or { Day: 1 } && (filter.LastDay is not { } end || end.Day == DateTime.DaysInMonth(end.Year, end.Month));
        var day = months ? "month" : "occurred_on";
        await using var command = new NpgsqlCommand($"select coalesce(sum(entries), 0)::int from {(ofFigure ? OfFigures : months ? OfMonths : Table)} where tenant_id = $1", connection);
        command.Parameters.Add(new() { Value = unit });
        if (ofFigure)
            And("figure =", filter.Figure!);
        if (filter.FirstDay is { } first)
            And($"{day} >=", first);
        if (filter.LastDay is { } last)
            And($"{day} <=", last);
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
