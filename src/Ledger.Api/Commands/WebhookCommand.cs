using Ledger.Api.Access;
using Ledger.Api.Calendars;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Ledger.Api.Commands;

/// <summary>
/// <c>webhook set --unit U --url URL</c> with the secret in <c>LEDGER_WEBHOOK_SECRET</c> or on standard input, never on the
/// command line; <c>webhook remove --unit U</c>.
/// </summary>
public static class WebhookCommand
{
    private const string Usage = "用法 | usage: ./run webhook set --unit U --url URL（密钥 LEDGER_WEBHOOK_SECRET 或标准输入 | secret: that variable or stdin） | ./run webhook remove --unit U";

    public static async Task<int> RunAsync(string[] args, IDocumentStore store, NpgsqlDataSource database, TextWriter output, TextWriter error, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(error);
        var given = new Arguments(args, "unit", "url");
        var unit = given.Need("unit");
        if (given.Error is not null || given.Words is not ["set" or "remove"])
        {
            await error.WriteLineAsync($"{given.Error}\n{Usage}".Trim());
            return 2;
        }

        if (await new KnownUnits(store).FindAsync(unit, ct) is null)
        {
            await error.WriteLineAsync($"没有代码为“{unit}”的单位 | there is no unit '{unit}'");
            return 1;
        }

        await using var session = store.LightweightSession();
        var kind = AuditKind.WebhookRemoved;
        if (given.Words is ["remove"])
        {
            session.Delete<Webhook>(unit);
        }
        else
        {
            var secret = Environment.GetEnvironmentVariable("LEDGER_WEBHOOK_SECRET") ?? (await Console.In.ReadLineAsync(ct))?.Trim();
            var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
            var problems = await SetWebhookEndpoint.CheckAsync(new(given["url"], secret), new WebhookAddress(settings), ct);
            if (problems.Count > 0)
            {
                await error.WriteLineAsync(string.Join('\n', problems.Select(p => $"{p.Path}: {p.Message} | {p.EnglishMessage}")));
                return 2;
            }

            // The keys of the service: what is encrypted here is read there.
            var keys = DataProtectionProvider.Create(new DirectoryInfo(DataFolder.FromEnvironment().Keys), b => b.SetApplicationName("Ledger"));
            session.Store(SetWebhookEndpoint.Make(unit, new(given["url"], secret), keys, TokenCommand.Operator, TimeProvider.System.GetUtcNow()));
            kind = AuditKind.WebhookSet;
        }

        await session.SaveChangesAsync(ct);
        await AuditLog.InsertAsync(database, [new(TimeProvider.System.GetUtcNow(), kind, TokenCommand.Operator, unit, null, null, null)], AuditLine.To(error), ct);
        await error.WriteLineAsync(kind == AuditKind.WebhookSet ? "推送地址已设置 | webhook set" : "推送地址已删除 | webhook removed");
        return 0;
    }
}
