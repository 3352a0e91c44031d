using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;

namespace Ledger.Bench;

/// <summary>Where the numbers come from; without it they mean nothing.</summary>
internal sealed record Machine(
    int Cores,
    string Processor,
    double MemoryGigabytes,
    string System,
    string Runtime,
    string PostgreSql,
    string Fsync,
    string SynchronousCommit,
    string FullPageWrites)
{
    public IReadOnlyList<string> Lines =>
    [
        $"{Cores} cores, {Processor}, {MemoryGigabytes.ToString("0.#", CultureInfo.InvariantCulture)} GB memory; load generator, service and database share them",
        $"{System}; {Runtime}; PostgreSQL {PostgreSql}, fsync {Fsync}, synchronous_commit {SynchronousCommit}, full_page_writes {FullPageWrites}",
    ];

    public static async Task<Machine> LookAsync(string connectionString, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        return new Machine(
            Environment.ProcessorCount,
            Field("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(),
            GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9,
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            await ShowAsync(source, "server_version", ct),
            await ShowAsync(source, "fsync", ct),
            await ShowAsync(source, "synchronous_commit", ct),
            await ShowAsync(source, "full_page_writes", ct));
    }

    private static string? Field(string file, string name) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        : null;

    private static async Task<string> ShowAsync(NpgsqlDataSource source, string setting, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select current_setting($1)");
        command.Parameters.Add(new() { Value = setting });
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }
}
