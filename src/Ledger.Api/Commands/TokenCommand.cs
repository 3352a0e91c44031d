using System.Globalization;
using Ledger.Api.Access;
using Ledger.Api.Units;
using Marten;
using Npgsql;

namespace Ledger.Api.Commands;

/// <summary><c>token --role ROLE [--unit CODE] [--name NAME] [--days N]</c>: a new token, alone on the last line.</summary>
public static class TokenCommand
{
    private const string Usage = "用法 | usage: ./run token --unit CODE --role ROLE [--name NAME] [--days N]";

    /// <summary>Who acts at the data folder itself.</summary>
    internal static string Operator => $"cli:{Environment.UserName}";

    public static async Task<int> RunAsync(string[] args, IDocumentStore store, NpgsqlDataSource database, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var given = new Arguments(args, "unit", "role", "name", "days");
        var days = int.TryParse(given["days"] ?? "365", NumberStyles.None, CultureInfo.InvariantCulture, out var d) ? d : 0;
        var wanted = new IssueToken(given["name"] ?? "命令行签发", given.Need("role"), given["unit"], days);
        var (grant, problems) = await IssueTokenEndpoint.CheckAsync(wanted, new KnownUnits(store), ct);
        if (given.Error is not null || given.Words.Count > 0 || grant is null)
        {
            await error.WriteLineAsync(string.Join('\n', problems.Select(p => $"{p.Path}: {p.Message} | {p.EnglishMessage}").Prepend(given.Error ?? Usage)));
            return 2;
        }

        var (token, bearer) = IssueTokenEndpoint.Make(wanted, grant, Operator, TimeProvider.System);
        await using var session = store.LightweightSession();
        session.Insert(token);
        await session.SaveChangesAsync(ct);
        await AuditLog.InsertAsync(database, [new(TimeProvider.System.GetUtcNow(), AuditKind.TokenIssued, Operator, grant.Unit, $"{token.Id} {grant}", null, null)], AuditLine.To(error), ct);
        await error.WriteLineAsync($"令牌 {token.Id}（{grant}），有效至 {token.ExpiresAt:yyyy-MM-dd}，只显示这一次 | token {token.Id}, shown once");
        await output.WriteLineAsync(bearer);
        return 0;
    }
}
