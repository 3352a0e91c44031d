using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Marten;
using Npgsql;

namespace Ledger.Api.Commands;

/// <summary><c>seed [DIR]</c>: plants a year of a unit from its journal; <c>seed county</c> an invented county. A second run adds nothing.</summary>
public static class SeedCommand
{
    public static string SampleFolder { get; } = Path.Combine(AppContext.BaseDirectory, "seeds", "2023");

    public static async Task<int> RunAsync(string[] args, IDocumentStore store, NpgsqlDataSource database, TextWriter output, TextWriter error, CancellationToken ct)
    {
        if (args is ["county"])
            return await CountySample.PlantAsync(store, database, output, ct);
        var folder = args.FirstOrDefault() ?? SampleFolder;
        if (!File.Exists(Path.Combine(folder, "unit.json")))
        {
            await error.WriteLineAsync($"{folder} 中没有 unit.json | there is no unit.json in {folder}");
            return 2;
        }

        var planted = await SeedJournal.PlantAsync(store, new EvidenceStore(DataFolder.FromEnvironment()), folder, ct);
        await output.WriteLineAsync($"{planted.Unit}: {planted.Events} 个事件 | events; {planted.Skipped} 行已有 | lines already there");
        return 0;
    }
}
