using JasperFx;
using JasperFx.CodeGeneration;
using Ledger.Api.Units;
using Ledger.Domain;
using Npgsql;
using Wolverine.Http;

namespace Ledger.Api.Setup;

/// <summary>The service on a given database: what Program starts and what tests start are the same.</summary>
public static class LedgerApp
{
    public static WebApplicationBuilder CreateBuilder(string[] args, string connectionString)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        builder.Services.AddSingleton<KnownUnits>();
        builder.Services.AddLedgerStore(connectionString);
        builder.Host.UseLedgerBus();
        builder.Host.ApplyJasperFxExtensions();
        builder.Services.ConfigureHttpJsonOptions(o => LedgerJson.Configure(o.SerializerOptions));
        builder.Services.CritterStackDefaults(o =>
        {
            o.ApplicationAssembly = typeof(Program).Assembly;
            o.Production.GeneratedCodeMode = TypeLoadMode.Static;
            o.Production.ResourceAutoCreate = AutoCreate.CreateOrUpdate;
            o.Development.GeneratedCodeMode = TypeLoadMode.Auto;
        });
        builder.Services.AddWolverineHttp();
        return builder;
    }

    public static WebApplication MapLedger(this WebApplication app)
    {
        app.MapWolverineEndpoints(o =>
        {
            o.TenantId.IsRouteArgumentNamed("unit");
            o.DefaultClaimInTransaction = true;
            o.MapConcurrencyFailuresToConflict();
            o.RejectUnparseableQueryValues = true;
        });
        return app;
    }
}
