using Ledger.Api.Setup;
using Ledger.Domain.Matters;

namespace Ledger.Api.Calendars;

/// <summary>The legal calendar and what goes out by it.</summary>
public static class CalendarSetup
{
    public static IServiceCollection AddCalendar(this IServiceCollection services)
    {
        services.AddSingleton(s =>
        {
            var calendar = CalendarFiles.Load(s.GetRequiredService<DataFolder>());
            // Matters count the same working days.
            MatterDays.IsWorked = calendar.Days.IsWorking;
            return calendar;
        });
        services.AddSingleton<DeadlineReader>();
        services.AddSingleton<WebhookAddress>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookRounds>();
        services.AddHostedService(s => s.GetRequiredService<WebhookRounds>());
        return services;
    }
}
