using System.Globalization;
using System.Runtime.InteropServices;
using Ledger.Api.Setup;
using Ledger.Bench.Measurements;
using Ledger.Bench.Output;
using Ledger.Bench.Processes;

namespace Ledger.Bench;

/// <summary><c>./run bench</c>: every number the README quotes, measured on this machine in one run.</summary>
internal static class BenchProgram
{
    public static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (args is [ProjectionProcess.Verb, var work])
            return await ProjectionProcess.RunAsync(work);
        var options = BenchOptions.Parse(args);
        if (options.Error is not null)
        {
            await Console.Error.WriteLineAsync(options.Error + "\n" + BenchOptions.Usage);
            return 2;
        }

        // The set-up put the fonts into the ordinary data folder; every size measures on a folder of its own.
        Environment.SetEnvironmentVariable("LEDGER_FONTS", Environment.GetEnvironmentVariable("LEDGER_FONTS") ?? DataFolder.FromEnvironment().Fonts);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => { signal.Cancel = true; stop.Cancel(); });
        var results = new Results(options);
        Machine? machine = null;
        try
        {
            // Whatever is in a store: measured once.
            if (options.Asks("document"))
                await DocumentEngine.MeasureAsync(options.Sizes[0], results, stop.Token);
            foreach (var size in options.Only is ["document"] ? [] : options.Sizes)
                machine = await SizeRun.MeasureAsync(size, options, results, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            results.Fail("run", "stopped before its end");
        }
        catch (Exception e) when (e is InvalidOperationException or LedgerSetupException or Npgsql.NpgsqlException or TimeoutException or IOException)
        {
            results.Fail("run", e.ToString());
        }

        Flatness.Add(results);
        await Console.Out.WriteLineAsync(options.Markdown ? Markdown.Of(results, machine) : TextTable.Of(results, machine));
        if (options.Json is { } file)
            await File.WriteAllTextAsync(file, JsonReport.Of(results, machine), CancellationToken.None);
        return results.Failures.Count == 0 ? 0 : 1;
    }
}
