using System.Globalization;
using Ledger.Api.Calendars;
using Wolverine;
using Wolverine.ErrorHandling;

namespace Ledger.Api.Setup;

/// <summary>Wolverine: one node, claims and work in one commit, generated code ahead of time in a release.</summary>
public static class Bus
{
    /// <summary>Minutes between tries of a webhook, with commas; at the end it is laid aside.</summary>
    public const string RetrySetting = "LEDGER_WEBHOOK_RETRIES";

    public static IHostBuilder UseLedgerBus(this IHostBuilder host, IConfiguration settings) => host.UseWolverine(o =>
    {
        o.ServiceName = "Ledger";
        o.ApplicationAssembly = typeof(Program).Assembly;
        o.Durability.Mode = DurabilityMode.Solo;
        o.Durability.EnableDeduplicatedResponses = true;
        o.Policies.AutoApplyTransactions();
        o.Policies.UseDurableLocalQueues();
        o.EnableRelayOfUserName = true;
        o.OnException<WebhookFailedException>().ScheduleRetry(Waits(settings[RetrySetting])).Then.MoveToErrorQueue();
    });

    /// <summary>A minute, five, half an hour, two hours and six: a receiver that is down overnight is reached in the morning.</summary>
    private static TimeSpan[] Waits(string? set)
    {
        var minutes = (set ?? "1,5,30,120,360").Split(',').Select(m => double.TryParse(m, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) ? d : double.NaN).ToList();
        return minutes.All(m => m is >= 0 and <= 1440)
            ? [.. minutes.Select(TimeSpan.FromMinutes)]
            : throw new LedgerSetupException($"{RetrySetting} 应为以逗号分隔的分钟数，每个不超过 1440。 (Minutes with commas, each up to 1440.)");
    }
}
