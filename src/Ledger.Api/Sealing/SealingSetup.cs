using Ledger.Api.Erasures;
using Ledger.Api.Setup;
using Npgsql;

namespace Ledger.Api.Sealing;

/// <summary>The log over the events: keys, sealing behind the commits, and what is asked of it.</summary>
public static class SealingSetup
{
    public static IServiceCollection AddSealing(this IServiceCollection services)
    {
        services.AddSingleton<LogKeys>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<UnitLog>();
        services.AddSingleton(s => new Witnesses(s.GetRequiredService<NpgsqlDataSource>(), s.GetRequiredService<LogKeys>(), s.GetRequiredService<DataFolder>(), new HttpClient()));
        services.AddSingleton<EditionLog>();
        services.AddSingleton<ErasureOfName>();
        services.AddHostedService<SealingAgent>();
        services.AddHostedService<WitnessAgent>();
        return services;
    }
}
