using Ledger.Api.Units;
using Marten;
using Npgsql;

namespace Ledger.Api.Commands;

/// <summary><c>unit add CODE --name NAME [--short NAME] [--to ADDRESSEE,…] [--enforcement true]</c></summary>
public static class UnitCommand
{
    public static async Task<int> RunAsync(string[] args, IDocumentStore store, NpgsqlDataSource database, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var given = new Arguments(args, "name", "short", "to", "enforcement");
        var command = new RegisterUnit(
            given.Words.ElementAtOrDefault(1), given.Need("name"), given["short"], given["to"]?.Split(','), given["enforcement"] == "true", Sample: false);
        var problems = RegisterUnitEndpoint.Check(command).Select(p => $"{p.Path}: {p.Message} | {p.EnglishMessage}");
        if (given.Words is not ["add", _] || given.Error is not null || problems.Any())
        {
            await error.WriteLineAsync(string.Join('\n', problems.Prepend(given.Error ?? "用法 | usage: ./run unit add CODE --name NAME")));
            return 2;
        }

        await using var session = store.LightweightSession();
        if (await session.LoadAsync<Domain.Units.Unit>(command.Code!, ct) is not null)
        {
            await error.WriteLineAsync($"代码“{command.Code}”已有单位使用 | the code '{command.Code}' is taken");
            return 1;
        }

        RegisterUnitEndpoint.Register(session, command);
        await session.SaveChangesAsync(ct);
        await output.WriteLineAsync(command.Code);
        return 0;
    }
}
