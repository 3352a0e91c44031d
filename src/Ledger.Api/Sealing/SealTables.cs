using Npgsql;

namespace Ledger.Api.Sealing;

/// <summary>
/// Where the log is kept: a row per leaf with the hashes of the subtrees it completes, how far sealing has come, every
/// checkpoint that was signed, and what witnesses said to them. Only added to, but for the two that say how far.
/// </summary>
public static class SealTables
{
    private const string Sql = """
        select pg_advisory_xact_lock(hashtextextended('ledger.log', 0));
        create schema if not exists log;
        create table if not exists log.leaves (
            unit text not null,
            index bigint not null,
            seq bigint not null unique,
            salt bytea,
            hash bytea not null,
            nodes bytea not null,
            sealed_at timestamptz not null default clock_timestamp(),
            shredded jsonb,
            primary key (unit, index));
        create table if not exists log.trees (
            unit text primary key,
            size bigint not null,
            root bytea not null);
        create table if not exists log.progress (
            one boolean primary key default true check (one),
            seq bigint not null);
        insert into log.progress (seq) values (0) on conflict do nothing;
        create table if not exists log.checkpoints (
            unit text not null,
            size bigint not null,
            note text not null,
            primary key (unit, size));
        create table if not exists log.cosignatures (
            unit text not null,
            size bigint not null,
            witness text not null,
            line text not null,
            primary key (unit, size, witness));
        create table if not exists log.witnesses (
            unit text not null,
            witness text not null,
            size bigint not null,
            at timestamptz not null,
            trouble text,
            primary key (unit, witness));
        create table if not exists log.editions (
            unit text not null,
            year int not null,
            number int not null,
            note text not null,
            primary key (unit, year, number));
        """;

    public static async Task CreateAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand(Sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
