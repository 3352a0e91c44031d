using System.Collections.Concurrent;

namespace Ledger.Witness;

/// <summary>One submission of a log at a time: what is checked against its state is what replaces it.</summary>
public sealed class WitnessedLogs
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new();

    public async Task<T> InTurnAsync<T>(string origin, Func<T> work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        var turn = _turns.GetOrAdd(origin, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(ct);
        try
        {
            return work();
        }
        finally
        {
            turn.Release();
        }
    }
}
