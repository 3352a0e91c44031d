using System.Globalization;
using JasperFx;
using Ledger.Api.Commands;
using Ledger.Api.Setup;

// Names that libraries derive from types must come out the same everywhere: in Turkish an I is lowered to another letter.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

try
{
    // Maintenance of generated code and projections; needs no database to generate.
    if (args is ["codegen" or "projections" or "describe" or "db-apply" or "db-assert" or "db-patch" or "resources", ..])
    {
        var tools = LedgerApp.CreateBuilder(args, Database.Configured() ?? "Host=localhost");
        tools.Host.ApplyJasperFxExtensions();
        return await tools.Build().MapLedger().RunJasperFxCommands(args);
    }

    // ./run VERB …: on the same data folder, whether or not the service is running.
    if (args is [var verb, ..] && (Verbs.TellsAboutItself(verb) || !verb.StartsWith('-')))
        return await Verbs.RunAsync(verb, args[1..]);
    if (ServiceOptions.Problem(args) is { } slip)
    {
        await Console.Error.WriteLineAsync(slip);
        return 2;
    }

    // ./run: the service, on the configured database or on its own.
    await using var database = await Database.OpenAsync(FolderUse.Service, Console.Error.WriteLine, CancellationToken.None);
    await using var app = LedgerApp.CreateBuilder(args, database.ConnectionString).Build().MapLedger();
    await app.PrepareAsync();
    await app.StartAsync();
    await app.AnnounceAsync();
    await app.WaitForShutdownAsync();
    return 0;
}
catch (LedgerSetupException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
