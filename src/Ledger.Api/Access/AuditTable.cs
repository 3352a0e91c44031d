using Npgsql;

namespace Ledger.Api.Access;

/// <summary>The table behind the audit log. Rows can be added and read; changing, deleting and emptying fail, for its owner too.</summary>
public static class AuditTable
{
    private const string Sql = """
        select pg_advisory_xact_lock(hashtextextended('ledger.audit', 0));
        create schema if not exists audit;
        create table if not exists audit.log (
            id bigint generated always as identity primary key,
            at timestamptz not null,
            kind text not null,
            who text not null,
            unit text,
            subject text,
            status int,
            origin text);
        create index if not exists ix_audit_log_at on audit.log (at);
        create index if not exists ix_audit_log_who on audit.log (who, id);
        create index if not exists ix_audit_log_unit on audit.log (unit, id);
        create index if not exists ix_audit_log_kind on audit.log (kind, id);

        create or replace function audit.refuse() returns trigger language plpgsql as $$
        begin
            raise exception 'the audit log is never changed' using errcode = 'insufficient_privilege';
        end $$;
        drop trigger if exists no_change on audit.log;
        drop trigger if exists no_truncate on audit.log;
        -- For each statement, so that one that meets no row is refused as well.
        create trigger no_change before update or delete on audit.log for each statement execute function audit.refuse();
        create trigger no_truncate before truncate on audit.log for each statement execute function audit.refuse();
        alter table audit.log enable always trigger no_change;
        alter table audit.log enable always trigger no_truncate;
        revoke all on audit.log from public;
        revoke update, delete, truncate on audit.log from current_user;
        """;

    public static async Task CreateAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand(Sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
