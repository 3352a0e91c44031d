using Ledger.Witness;

// A witness: it remembers the newest state of each log it knows, signs only what grew from there, and keeps all of it in
// one folder of its own. WITNESS_DATA names the folder, WITNESS_NAME the name of its key at the first start.
var folder = WitnessFolder.FromEnvironment();
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(k =>
{
    k.AddServerHeader = false;
    // A request is a checkpoint and at most 63 hashes.
    k.Limits.MaxRequestBodySize = 64 << 10;
});
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(folder);
builder.Services.AddSingleton<WitnessedLogs>();
var app = builder.Build();
app.MapPost("/add-checkpoint", AddCheckpoint.PostAsync);
app.MapGet("/{origin}/checkpoint", WitnessedCheckpoint.Get);
await Console.Error.WriteLineAsync($"""
    见证方公钥 | the witness's key   {folder.Key.Verifier}
    认可的日志 | logs it knows       {folder.LogsFile}（{folder.Logs().Count}）
    """);
app.Run();
