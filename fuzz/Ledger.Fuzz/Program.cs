using Ledger.Fuzz;
using SharpFuzz;

// Under afl-fuzz it serves one input after the other; by itself it reads one from standard input, to see a finding again.
if (args is not [var name] || !Targets.All.TryGetValue(name, out var target))
{
    await Console.Error.WriteLineAsync($"usage: Ledger.Fuzz {string.Join('|', Targets.All.Keys)}");
    return 2;
}

Fuzzer.OutOfProcess.Run(stream =>
{
    using var buffer = new MemoryStream();
    stream.CopyTo(buffer);
    target(buffer.ToArray());
});
return 0;
