using JasperFx;
using Ledger.Api.Setup;

var connectionString = Environment.GetEnvironmentVariable("ConnectionStrings__Ledger") ?? "";
var builder = LedgerApp.CreateBuilder(args, connectionString);
var app = builder.Build();
app.MapLedger();
return await app.RunJasperFxCommands(args);
