using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Ledger.Bench.Bare;
using Marten;
using Npgsql;
using Weasel.Core;
using Wolverine;
using Wolverine.Http;
using Wolverine.Marten;

// The least that Wolverine and Marten can do for the same request: what the ledger's own endpoint is measured against.
// Connection, append mode, bus and code generation are set as the ledger sets them; there are no units, no rules, no
// metadata, no request log and one small projection.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
builder.Services.AddMarten(o =>
    {
        o.Connection(new NpgsqlConnectionStringBuilder(builder.Configuration.GetConnectionString("Bare") ?? "Host=localhost")
        {
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 3,
            NoResetOnClose = true,
        }.ConnectionString);
        o.DatabaseSchemaName = "bare";
        o.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
        o.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase);
        o.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        o.Events.UseMandatoryStreamTypeDeclaration = true;
        o.Events.UseListenNotifyForEventAppends = true;
        o.Events.AutoDiscoverTagTypes = false;
        o.Events.AddEventType<ServiceNoted>();
        o.Projections.Add(new NoteCounts(), ProjectionLifecycle.Async);
    })
    .UseLightweightSessions()
    .IntegrateWithWolverine(w =>
    {
        w.MessageStorageSchemaName = "wolverine";
        w.UseWolverineManagedEventSubscriptionDistribution = true;
    });
builder.Host.UseWolverine(o =>
{
    o.ApplicationAssembly = typeof(Program).Assembly;
    o.Durability.Mode = DurabilityMode.Solo;
    o.Durability.EnableDeduplicatedResponses = true;
    o.Policies.AutoApplyTransactions();
    o.Policies.UseDurableLocalQueues();
});
builder.Host.ApplyJasperFxExtensions();
builder.Services.CritterStackDefaults(o =>
{
    o.ApplicationAssembly = typeof(Program).Assembly;
#if DEBUG
    o.Production.GeneratedCodeMode = o.Development.GeneratedCodeMode = TypeLoadMode.Dynamic;
#else
    o.Production.GeneratedCodeMode = o.Development.GeneratedCodeMode = TypeLoadMode.Static;
#endif
    o.Production.ResourceAutoCreate = AutoCreate.CreateOrUpdate;
});
builder.Services.AddWolverineHttp();

await using var app = builder.Build();
app.MapGet("/ready", () => "ready");
app.MapWolverineEndpoints(o => o.DefaultClaimInTransaction = true);
if (args is ["codegen", ..])
    return await app.RunJasperFxCommands(args);
await app.Services.GetRequiredService<IDocumentStore>().Storage.ApplyAllConfiguredChangesToDatabaseAsync();
await app.RunAsync();
return 0;
