using Ledger.Api.Access;
using Ledger.Api.Commands;
using Ledger.Api.Entries;
using Ledger.Domain.Calendars;
using Ledger.Domain.Units;
using Marten;
using Npgsql;

namespace Ledger.Api.Setup;

/// <summary>What must be true before the service answers: the schema is there, and a new ledger has something to look at.</summary>
public static class Preparation
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        var store = app.Services.GetRequiredService<IDocumentStore>();
        var database = app.Services.GetRequiredService<NpgsqlDataSource>();
        // A calendar that cannot be read stops the start, not the first page that asks for it.
        _ = app.Services.GetRequiredService<LegalCalendar>();
        await SchemaMark.EnsureAsync(store, database, CancellationToken.None);
        if (!app.Services.GetRequiredService<UnitDatabase>().Bound)
            await Console.Error.WriteLineAsync($"数据库账号无权建立角色 {RowSecurity.Role}，单位之间只由程序隔离，见 docs/operations.md | the database's owner may not make the role {RowSecurity.Role}: units are kept apart by the code alone");
        await app.Services.GetRequiredService<FirstAdministrator>().EnsureAsync(database, Console.Error.WriteLine, CancellationToken.None);
        if (Environment.GetEnvironmentVariable("LEDGER_SAMPLE") == "off")
            return;
        await using var session = store.QuerySession();
        if (await session.Query<Unit>().AnyAsync())
            return;
        await Console.Error.WriteLineAsync("首次启动：录入 2023 年样例数据（虚构）…… | first start: planting the invented sample year 2023");
        var planted = await SeedJournal.PlantAsync(
            store, app.Services.GetRequiredService<EvidenceStore>(), SeedCommand.SampleFolder, CancellationToken.None);
        await Console.Error.WriteLineAsync($"样例数据：{planted.Events} 个事件 | {planted.Events} events");
    }

    /// <summary>
    /// Says that it is ready and where to look first. It runs by now: should the database go away meanwhile, that is waited
    /// for and is no reason to end.
    /// </summary>
    public static async Task AnnounceAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await SayAsync(app, stopping);
                return;
            }
            catch (Exception e) when (StoreFault.IsAway(e) || stopping.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static async Task SayAsync(WebApplication app, CancellationToken stopping)
    {
        await Derived.CatchUpAsync(app.Services.GetRequiredService<Freshness>(), Console.Error.WriteLine, stopping);
        // What was worked out anew, or imported while nobody served, is planned for by its size.
        await Statistics.RenewAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), stopping);
        var at = app.Urls.FirstOrDefault() ?? "";
        await using var session = app.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var sample = await session.Query<Unit>().Where(u => u.Sample).OrderBy(u => u.Id).FirstOrDefaultAsync(stopping);
        await Console.Error.WriteLineAsync(
            $"""
            法治台账已就绪 | ready
              页面 | pages    {at}/
              单位 | units    {at}/api/units{(sample is null ? "" : $"""

              指标 | figures  {at}/api/units/{sample.Id}/figures/2023
              报告 | report   {at}/api/units/{sample.Id}/reports/2023.pdf
            """)}
              接口 | API      {at}/openapi/v1.json
            停止：Ctrl-C | stop: Ctrl-C
            """);
    }
}
