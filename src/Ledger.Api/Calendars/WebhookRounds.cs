using System.Text.Json;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Calendars;
using Marten;
using Npgsql;
using Wolverine.Marten;

namespace Ledger.Api.Calendars;

/// <summary>
/// Once a day, from eight in the morning in China, hands each unit's deadlines to the bus. What a day brings is written
/// down with the message in one commit: a second round, another node or a restart finds it and does nothing.
/// </summary>
public sealed partial class WebhookRounds(
    IServiceScopeFactory scopes, IDocumentStore store, KnownUnits units, DeadlineReader deadlines, TimeProvider clock,
    IHostApplicationLifetime lifetime, ILogger<WebhookRounds> log) : BackgroundService
{
    private const int Hour = 8;
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    /// <summary>Hands over what the day brings; returns how many units have something.</summary>
    public async Task<int> RunAsync(DateOnly day, CancellationToken ct)
    {
        await using var reading = store.QuerySession();
        var handed = 0;
        foreach (var hook in await reading.Query<Webhook>().OrderBy(w => w.Id).ToListAsync(ct))
        {
            if (await units.FindAsync(hook.Id, ct) is not { } unit || await reading.LoadAsync<WebhookDay>(WebhookDay.IdOf(hook.Id, day), ct) is not null)
                continue;
            var body = Body(unit, day, await deadlines.CallingAsync(unit, day, ct), await deadlines.NoticesAsync(unit, day.Year, day, ct));
            await using var scope = scopes.CreateAsyncScope();
            var outbox = scope.ServiceProvider.GetRequiredService<IMartenOutbox>();
            await using var session = store.LightweightSession();
            outbox.Enroll(session);
            session.Insert(new WebhookDay { Id = WebhookDay.IdOf(unit.Id, day), Unit = unit.Id, Day = day, Body = body });
            if (body is not null)
            {
                await outbox.PublishAsync(new DeliverDeadlines(unit.Id, day));
                handed++;
            }

            await session.SaveChangesAsync(ct);
        }

        return handed;
    }

    /// <summary>Null on a day with nothing past or near.</summary>
    private static string? Body(Domain.Units.Unit unit, DateOnly day, IReadOnlyList<Deadline> calling, IReadOnlyList<CalendarNotice> notices) => calling.Count == 0 ? null : JsonSerializer.Serialize(
        new
        {
            delivery = WebhookDay.IdOf(unit.Id, day),
            unit = unit.Id,
            name = unit.Name,
            day,
            overdue = calling.Where(d => d.State == DeadlineState.Overdue),
            upcoming = calling.Where(d => d.State == DeadlineState.Upcoming),
            notices,
        },
        LedgerJson.Options);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What is handed to a bus that has not started yet lies there until the next start.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registered = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        DateOnly? done = null;
        using var timer = new PeriodicTimer(Look);
        do
        {
            var now = ChinaCalendar.InChina(clock.GetUtcNow());
            var today = DateOnly.FromDateTime(now.DateTime);
            if (now.Hour < Hour || done == today)
                continue;
            try
            {
                await RunAsync(today, stoppingToken);
                done = today;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or ProjectionBehindException or JasperFx.ConcurrencyException or Marten.Exceptions.MartenCommandException)
            {
                Waits(log, today, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The webhooks of {Day} wait: {Reason}")]
    private static partial void Waits(ILogger log, DateOnly day, string reason);
}
