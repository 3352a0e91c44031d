using System.Diagnostics;
using Ledger.Api.Setup;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Api.Tests;

/// <summary>A data folder with an empty ledger: made once by the ledger's own set-up, copied for whoever needs one.</summary>
internal static class EmptyLedger
{
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "le" + Guid.CreateVersion7().ToString("N")[20..]);
    private static readonly Lazy<Task> Made = new(MakeAsync);

    public static async Task CopyAsync(string root)
    {
        await Made.Value;
        using var copy = Process.Start("cp", ["-a", Root, root]);
        await copy.WaitForExitAsync();
        if (copy.ExitCode != 0)
            throw new InvalidOperationException($"{Root} was not copied");
    }

    public static void Delete()
    {
        if (Directory.Exists(Root))
            Directory.Delete(Root, recursive: true);
    }

    private static async Task MakeAsync()
    {
        await using var postgres = await EmbeddedPostgres.OpenAsync(new DataFolder(Root), FolderUse.Verb, _ => { }, CancellationToken.None);
        await using var app = LedgerApp.CreateBuilder([], postgres.ConnectionString).Build();
        await SchemaMark.EnsureAsync(app.Services.GetRequiredService<IDocumentStore>(), app.Services.GetRequiredService<NpgsqlDataSource>(), CancellationToken.None);
    }
}
