using Npgsql;

namespace Ledger.Api.Tests.Setup;

/// <summary>An office's own server, where the database's owner is no superuser.</summary>
public sealed class OwnServerTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private const string Password = "of this test alone";

    [Theory]
    [InlineData("createrole")]
    [InlineData("nocreaterole")]
    public async Task a_ledger_of_such_an_owner_starts_logs_lists_and_counts(string may)
    {
        var owner = $"owner_{may}";
        await ledger.ScalarAsync<object>($"create role {owner} login nosuperuser {may} password '{Password}'");
        await ledger.ScalarAsync<object>($"create database {owner} owner {owner}");
        ledger.Through = straight => new NpgsqlConnectionStringBuilder(straight) { Username = owner, Password = Password, Database = owner }.ConnectionString;
        await ledger.RestartAsync();
        try
        {
            var (unit, other) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync());
            await ledger.LogServiceAsync(unit);
            await ledger.LogServiceAsync(other);
            Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "legal-service"));
            Assert.Equal(1, (await ledger.EntriesAsync(unit)).GetProperty("total").GetInt32());
            Assert.Equal(1, await ledger.ValueAsync(other, 2023, "legal-service"));
        }
        finally
        {
            ledger.Through = straight => straight;
            await ledger.RestartAsync();
        }
    }
}
