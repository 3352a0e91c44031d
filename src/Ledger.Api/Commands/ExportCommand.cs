using Ledger.Domain.Figures;
using Marten;
using Npgsql;

namespace Ledger.Api.Commands;

/// <summary><c>export [--unit U] [--out FILE]</c>: the event log with its counting rules as lines of JSON, closed by a hash.</summary>
public static class ExportCommand
{
    private const string Usage = "用法 | usage: ./run export [--unit U] [--out FILE]";

    public static async Task<int> RunAsync(string[] args, IDocumentStore store, NpgsqlDataSource database, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var given = new Arguments(args, "unit", "out");
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
            var events = await EventExport.WriteAsync(database, buffered, given["unit"], upTo: null, progress, ct);
            await error.WriteLineAsync($"已导出 {events} 个事件 | {events} events exported");
        }
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
