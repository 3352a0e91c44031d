using JasperFx;
using JasperFx.CodeGeneration;
using Ledger.Api.Access;
using Ledger.Api.Calendars;
using Ledger.Api.Counties;
using Ledger.Api.Entries;
using Ledger.Api.Figures;
using Ledger.Api.Health;
using Ledger.Api.Hints;
using Ledger.Api.Matters;
using Ledger.Api.Pages;
using Ledger.Api.Reports;
using Ledger.Api.Sealing;
using Ledger.Api.SelfInspections;
using Ledger.Api.Units;
using Ledger.Domain;
using Microsoft.Extensions.Configuration.Memory;
using Npgsql;
using Wolverine.Http;

namespace Ledger.Api.Setup;

/// <summary>The service on a given database: what Program starts and what tests start are the same.</summary>
public static class LedgerApp
{
    /// <summary>Name under which the service's connections stand in PostgreSQL.</summary>
    public const string ServiceName = "ledger-service";

    /// <summary>Seconds a statement waits for another's lock. The event store tries it three times more before it gives up.</summary>
    private const int LockPatience = 2;

    /// <summary>A connection's options with what the operator chose in front.</summary>
    internal static string WithLockTimeout(string? options) => $"{options} -c lock_timeout={LockPatience}s".TrimStart();

    public static WebApplicationBuilder CreateBuilder(string[] args, string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        connectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // Somebody's transaction that does not let go is answered with 503 while the sender still waits.
            Options = WithLockTimeout(given.Options),
            ApplicationName = ServiceName,
            // The same few statements thousands of times: PostgreSQL parses and plans each once a connection.
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 3,
            // Nothing of a session outlives its transaction here, and a reset would throw the plans away with it.
            NoResetOnClose = true,
        }.ConnectionString;
        var builder = WebApplication.CreateBuilder(args);
        // Least of all sources: any setting of the operator's wins over it.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = QuietLogs.Settings });
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        builder.Services.AddSingleton(s => new UnitDatabase(s.GetRequiredService<NpgsqlDataSource>(), connectionString));
        builder.Services.AddSingleton<KnownUnits>();
        builder.Services.AddSingleton<Freshness>();
        builder.Services.AddSingleton<NewestEvent>();
        builder.Services.AddSingleton<EntrySearch>();
        builder.Services.AddSingleton<EntryCalendar>();
        builder.Services.AddSingleton<YearBookReader>();
        builder.Services.AddSingleton<CountyBookReader>();
        builder.Services.AddSingleton<Coverage>();
        builder.Services.AddSingleton<HintReader>();
        builder.Services.AddSingleton<InspectionReader>();
        builder.Services.AddSingleton<MatterLinks>();
        builder.Services.AddSingleton<ReportWriter>();
        builder.Services.AddSingleton<YearGaps>();
        builder.Services.AddSingleton<EditionDocument>();
        builder.Services.AddSingleton<ProjectionWatch>();
        builder.Services.AddHostedService<ProjectionRestart>();
        builder.Services.AddHostedService<AppendListener>();
        builder.Services.AddSealing();
        builder.Services.AddEvidence();
        builder.Services.AddAccess(builder.Configuration);
        builder.Services.AddCalendar();
        builder.Services.AddLedgerOpenApi();
        builder.Services.AddPages();
        builder.Services.AddLedgerStore();
        builder.Host.UseLedgerBus(builder.Configuration);
        builder.Services.ConfigureHttpJsonOptions(o =>
        {
            LedgerJson.Configure(o.SerializerOptions).Converters.Add(new StorableText());
            // Of two values for one member nobody can say which was meant.
            o.SerializerOptions.AllowDuplicateProperties = false;
            o.SerializerOptions.PropertyNameCaseInsensitive = false;
        });
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
        builder.Services.AddProblemDetails(o => o.CustomizeProblemDetails = Refusals.InOurWords);
        builder.Services.AddExceptionHandler<Failures>();
        return builder;
    }

    public static WebApplication MapLedger(this WebApplication app)
    {
        app.Use(HostCookies.PassAsync);
        app.UsePages();
        app.UseExceptionHandler();
        app.UseStatusCodePages(status => status.HttpContext.Response.StatusCode switch
        {
            404 => Results.Problem(status.HttpContext.Refuse(404, "not-found", "没有这个地址", "There is nothing at this address")).ExecuteAsync(status.HttpContext),
            405 => Results.Problem(status.HttpContext.Refuse(405, "method", "此地址不支持该操作", "This address does not take that method")).ExecuteAsync(status.HttpContext),
            406 => Results.Problem(status.HttpContext.Refuse(406, "not-acceptable", "不能以所要求的类型答复", "It cannot be answered in the type asked for")).ExecuteAsync(status.HttpContext),
            415 => Results.Problem(status.HttpContext.Refuse(415, "media-type", "不支持的内容类型", "Unsupported media type")).ExecuteAsync(status.HttpContext),
            _ => Task.CompletedTask,
        });
        app.MapLedgerOpenApi();
        app.Use(StorableText.CheckQueryAsync);
        app.UseGate();
        app.UseBodyLimit();
        app.UseOneKeyAtATime();
        app.UseEntryKeys();
        app.MapWolverineEndpoints(o =>
        {
            o.TenantId.IsRouteArgumentNamed("unit");
            o.DefaultClaimInTransaction = true;
            o.MapConcurrencyFailuresToConflict();
            o.RejectUnparseableQueryValues = true;
        });
        app.MapPages();
        return app;
    }
}
