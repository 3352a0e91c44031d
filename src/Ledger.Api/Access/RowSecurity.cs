using Npgsql;

namespace Ledger.Api.Access;

/// <summary>
/// The role <c>ledger_app</c>, which owns nothing, and what the database lets it see: the rows of the unit named by the
/// setting <c>ledger.unit</c>, the joint activities of others that name that unit, and none without it. It appends events and cannot change one. Documents are closed to it:
/// Marten switches policies on their tables off that are not its own, and its own would bind the owner too. A login is
/// made a member of it by the database's administrator. The owner, under whom the service and verbs run, is not bound.
/// </summary>
public static class RowSecurity
{
    public const string Role = "ledger_app";
    public const string Setting = "ledger.unit";

    private const string Sql = $"""
        select pg_advisory_xact_lock(hashtextextended('ledger.row-security', 0));
        do $$
        declare t name;
        begin
            if not exists (select from pg_roles where rolname = '{Role}') then
                create role {Role} nologin;
            end if;
            grant usage on schema {Setup.Store.Schema}, audit to {Role};
            revoke all on all tables in schema {Setup.Store.Schema} from {Role};
            grant usage on all sequences in schema {Setup.Store.Schema} to {Role};
            grant insert on audit.log to {Role};
            foreach t in array array['mt_events', 'mt_streams'] loop
                execute format('alter table {Setup.Store.Schema}.%I enable row level security', t);
                execute format('drop policy if exists own_unit on {Setup.Store.Schema}.%I', t);
                execute format('create policy own_unit on {Setup.Store.Schema}.%I to {Role} using (tenant_id = current_setting(''{Setting}'', true)) with check (tenant_id = current_setting(''{Setting}'', true))', t);
                if t = 'mt_events' then
                    drop policy if exists joint_unit on {Setup.Store.Schema}.mt_events;
                    create policy joint_unit on {Setup.Store.Schema}.mt_events for select to {Role}
                        using (coalesce(data -> 'activity', data) -> 'jointUnits' @> jsonb_build_array(jsonb_build_object('unit', current_setting('{Setting}', true))));
                end if;
                execute format('grant select, insert on {Setup.Store.Schema}.%I to {Role}', t);
            end loop;
        exception when insufficient_privilege then
            raise warning 'the role {Role} was not made: %', sqlerrm;
        end $$;
        """;

    /// <summary>On a server where the owner may not make roles, nothing is made, and the server's log says so.</summary>
    public static async Task CreateAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand(Sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
