using Ledger.Domain.Figures;
using Npgsql;

namespace Ledger.Api.Access;

/// <summary>
/// The role <c>ledger_app</c>, which owns nothing, and what the database lets it see: the rows of the unit named by the
/// setting <c>ledger.unit</c>, the joint activities of others that name that unit, and none without it. It appends events and cannot change one; what projections make it reads.
/// Requests for a unit act as this role (<see cref="UnitDatabase"/>); the owner, as which projections, verbs and whatever is
/// about several units run, sees all rows.
/// </summary>
public static class RowSecurity
{
    public const string Role = "ledger_app";
    public const string Setting = "ledger.unit";

    /// <summary>What the projections write, or triggers: the role reads it.</summary>
    private const string Kept = "'mt_doc_entrycard', 'mt_doc_yearbook', 'mt_doc_yearbookcheckpoint', 'entry_counts', 'figure_entry_counts', 'month_entry_counts'";

    // Marten keeps a policy of its own on its documents, which binds owners that are no superusers, too: all_units lifts it.
    // Of a stream's row an append moves the version. Claims of idempotency keys are committed with what they stand for.
    private const string Sql = $"""
        select pg_advisory_xact_lock(hashtextextended('ledger.row-security', 0));
        do $$
        declare t name;
        begin
            if not exists (select from pg_roles where rolname = '{Role}') then
                create role {Role} nologin;
            end if;
            execute format('grant {Role} to %I', current_user);
            create schema if not exists wolverine;
            grant usage on schema {Setup.Store.Schema}, wolverine to {Role};
            grant select, insert, update, delete on all tables in schema wolverine to {Role};
            alter default privileges in schema wolverine grant select, insert, update, delete on tables to {Role};
            revoke all on schema audit from {Role};
            revoke all on all tables in schema {Setup.Store.Schema}, audit from {Role};
            grant usage on all sequences in schema {Setup.Store.Schema} to {Role};
            for t in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
                     where c.relnamespace = '{Setup.Store.Schema}'::regnamespace and c.relkind in ('r', 'p') loop
                execute format('alter table {Setup.Store.Schema}.%I enable row level security', t);
                execute format('drop policy if exists all_units on {Setup.Store.Schema}.%I', t);
                execute format('create policy all_units on {Setup.Store.Schema}.%I to %I using (true) with check (true)', t, current_user);
                if not exists (select from pg_policy where polname = 'marten_tenant_isolation' and polrelid = ('{Setup.Store.Schema}.' || quote_ident(t))::regclass) then
                    execute format('drop policy if exists own_unit on {Setup.Store.Schema}.%I', t);
                    execute format('create policy own_unit on {Setup.Store.Schema}.%I to {Role} using (tenant_id = (select current_setting(''{Setting}'', true))) with check (tenant_id = (select current_setting(''{Setting}'', true)))', t);
                end if;
                execute format('grant select on {Setup.Store.Schema}.%I to {Role}', t);
                if t in ('mt_events', 'mt_streams') then
                    execute format('grant insert on {Setup.Store.Schema}.%I to {Role}', t);
                elsif t not in ({Kept}) then
                    execute format('grant insert, update on {Setup.Store.Schema}.%I to {Role}', t);
                end if;
            end loop;
            -- By name behind own_unit: of a unit's own rows the second test is never made.
            drop policy if exists shared_with_unit on {Setup.Store.Schema}.mt_events;
            create policy shared_with_unit on {Setup.Store.Schema}.mt_events for select to {Role}
                using ({JointEvents.Named} @> jsonb_build_array(jsonb_build_object('unit', (select current_setting('{Setting}', true)))));
            alter table {Setup.Store.Schema}.mt_event_progression enable row level security;
            drop policy if exists progress on {Setup.Store.Schema}.mt_event_progression;
            create policy progress on {Setup.Store.Schema}.mt_event_progression for select to {Role} using (true);
            grant select on {Setup.Store.Schema}.mt_event_progression to {Role};
            grant update (version, timestamp) on {Setup.Store.Schema}.mt_streams to {Role};
        exception when insufficient_privilege then
            raise warning 'the role {Role} was not made: %', sqlerrm;
        end $$;
        """;

    // Marten's policies bind an owner that is no superuser, and fail where no unit is named: lifted before anything is counted.
    private const string ForOwner = $"""
        select pg_advisory_xact_lock(hashtextextended('ledger.row-security', 0));
        do $$
        declare t name;
        begin
            for t in select relname from pg_class where relnamespace = '{Setup.Store.Schema}'::regnamespace and relforcerowsecurity loop
                execute format('drop policy if exists all_units on {Setup.Store.Schema}.%I', t);
                execute format('create policy all_units on {Setup.Store.Schema}.%I to %I using (true) with check (true)', t, current_user);
            end loop;
        end $$;
        """;

    /// <summary>The owner sees all units' documents, whatever else it may do.</summary>
    public static async Task OpenToOwnerAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand(ForOwner);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>On a server where the owner may not make roles, nothing is made, the server's log says so, and units are kept apart by the code alone.</summary>
    public static async Task CreateAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand(Sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
