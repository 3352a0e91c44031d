using System.Diagnostics;

namespace Ledger.Bench.Processes;

/// <summary>A program of this repository, built next to this one, in a process of its own.</summary>
internal static class Child
{
    public static string Dll(string project)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var dll = Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, project + ".dll");
        return File.Exists(dll) ? dll : throw new FileNotFoundException($"{project} is not built in {here.Name}", dll);
    }

    /// <summary>The same program, compiled ahead of time by <c>./run bench</c>.</summary>
    public static string DllAhead(string project)
    {
        var artifacts = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.Parent!;
        var dll = Path.Combine(artifacts.FullName, "ahead", project, project + ".dll");
        return File.Exists(dll) ? dll : throw new FileNotFoundException($"{project} is not compiled ahead: start the bench as ./run bench", dll);
    }

    public static ProcessStartInfo Start(string dll, string dataRoot, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(dll)!,
        };
        // The bench's own database and nothing else, whatever is configured on this machine.
        start.Environment.Remove("ConnectionStrings__Ledger");
        start.Environment["LEDGER_DATA"] = dataRoot;
        start.Environment["LEDGER_SAMPLE"] = "off";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return start;
    }

    /// <summary>Runs it to its end and gives back what it wrote to standard output.</summary>
    public static async Task<string> RunAsync(ProcessStartInfo start, TimeSpan limit, CancellationToken ct)
    {
        using var process = Process.Start(start)!;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(limit);
        try
        {
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            var output = await process.StandardOutput.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{start.ArgumentList[0]} ended with {process.ExitCode}: {await error}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
