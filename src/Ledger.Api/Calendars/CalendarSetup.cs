using Ledger.Api.Setup;

namespace Ledger.Api.Calendars;

/// <summary>The legal calendar and what goes out by it.</summary>
public static class CalendarSetup
{
    public static IServiceCollection AddCalendar(this IServiceCollection services)
    {
        services.AddSingleton(s => CalendarFiles.Load(s.GetRequiredService<DataFolder>()));
        services.AddSingleton<DeadlineReader>();
        services.AddSingleton<WebhookAddress>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookRounds>();
        services.AddHostedService(s => s.GetRequiredService<WebhookRounds>());
        return services;
    }
}
