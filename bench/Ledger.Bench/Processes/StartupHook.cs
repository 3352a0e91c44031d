using System.Runtime.InteropServices;
using System.Text.Json;

#pragma warning disable CA1050 // the runtime looks for this name outside any namespace
/// <summary>
/// Loaded by the runtime into the measured service (DOTNET_STARTUP_HOOKS): on SIGCONT it writes down how its heap
/// stands. Between signals it does nothing.
/// </summary>
internal static class StartupHook
{
    public const string Setting = "LEDGER_BENCH_HEAP";
    private static PosixSignalRegistration? _registration;

    public static void Initialize()
    {
        if (!OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } file)
            _registration = PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => Write(file));
    }

    private static void Write(string file)
    {
        var heap = new Ledger.Bench.Processes.Heap(GC.GetTotalMemory(false), GC.GetGCMemoryInfo().TotalCommittedBytes, GC.GetTotalAllocatedBytes(false));
        File.WriteAllText(file + ".part", JsonSerializer.Serialize(heap));
        File.Move(file + ".part", file, overwrite: true);
    }
}
