using System.Text;
using Ledger.Api.Erasures;
using Ledger.Domain.Figures;
using Ledger.Log.Events;
using Marten;
using Npgsql;

namespace Ledger.Api.Commands;

/// <summary><c>export [--unit U] [--out FILE] [--masked]</c>: the event log with its counting rules as lines of JSON, closed by a hash; masked, without names.</summary>
public static class ExportCommand
{
    private const string Usage = "用法 | usage: ./run export [--unit U] [--out FILE] [--masked]";

    public static async Task<int> RunAsync(string[] args, IDocumentStore store, NpgsqlDataSource database, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var masked = args.Contains("--masked");
        var given = new Arguments([.. args.Where(a => a != "--masked")], "unit", "out");
        if (given.Error is not null || given.Words.Count > 0)
        {
            await error.WriteLineAsync(given.Error is null ? Usage : $"{given.Error}\n{Usage}");
            return 2;
        }

        if (given["unit"] is { } unit && !await KnowsAsync(store, unit, ct))
        {
            await error.WriteLineAsync($"没有单位“{unit}” | there is no unit '{unit}'");
            return 2;
        }

        var progress = new WrittenProgress(error);
        var masks = masked ? await MasksAsync(database, given["unit"], ct) : null;
        if (given["out"] is not { } path)
        {
            await using var stdout = Console.OpenStandardOutput();
            await WriteAsync(stdout);
            return 0;
        }

        // Beside its place first: whoever finds the file finds all of it.
        var part = path + ".part";
        await using (var file = File.Create(part))
            await WriteAsync(file);
        File.Move(part, path, overwrite: true);
        return 0;

        async Task WriteAsync(Stream to)
        {
            await output.FlushAsync(ct);
            await using var buffered = new BufferedStream(to, 128 * 1024);
            var events = await EventExport.WriteAsync(database, buffered, given["unit"], upTo: null, progress, ct, hidden: masks is null ? null : row => Hidden(masks, row));
            await error.WriteLineAsync($"已导出 {events} 个事件 | {events} events exported");
        }
    }

    private static async Task<Masks> MasksAsync(NpgsqlDataSource database, string? unit, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await Masks.ReadAsync(connection, unit, long.MaxValue, ct);
    }

    private static (string? By, string Data) Hidden(Masks masks, NpgsqlDataReader row)
    {
        var (shown, _) = masks.Of(new EventRow(row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), row.GetString(4), row.GetString(5), default, row.IsDBNull(7) ? null : row.GetString(7), Encoding.UTF8.GetBytes(row.GetString(8))), salt: null);
        return (shown.By, Encoding.UTF8.GetString(shown.Data));
    }

    internal static async Task<bool> KnowsAsync(IDocumentStore store, string unit, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Domain.Units.Unit>(unit, ct) is not null;
    }
}

/// <summary>Progress as lines of text, each written before the work goes on.</summary>
internal sealed class WrittenProgress(TextWriter to) : IProgress<string>
{
    public void Report(string value) => to.WriteLine(value);
}
