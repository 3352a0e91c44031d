using System.Collections.Concurrent;

namespace Ledger.Api.Setup;

/// <summary>
/// Requests that carry the same Idempotency-Key go one after the other on this node: the second finds the first one's
/// answer. Without it the losers of a race roll back, which is right but burns a sequence number each: gaps in the log that
/// the projections have to get over.
/// </summary>
public static class OneKeyAtATime
{
    private static readonly ConcurrentDictionary<(string Path, string Key), Turn> Turns = new();

    public static void UseOneKeyAtATime(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.Request.Headers["Idempotency-Key"] is not [{ Length: > 0 } key])
        {
            await next(http);
            return;
        }

        var name = (http.Request.Path.ToString(), key);
        var turn = Turns.AddOrUpdate(name, _ => new Turn(1), (_, t) => t with { Waiting = t.Waiting + 1 });
        try
        {
            await turn.Gate.WaitAsync(http.RequestAborted);
            try
            {
                await next(http);
            }
            finally
            {
                turn.Gate.Release();
            }
        }
        finally
        {
            var left = Turns.AddOrUpdate(name, turn, (_, t) => t with { Waiting = t.Waiting - 1 });
            if (left.Waiting == 0)
                Turns.TryRemove(new(name, left));
        }
    });

    /// <summary>A gate, and how many are at it or behind it.</summary>
    private sealed record Turn(int Waiting)
    {
        public SemaphoreSlim Gate { get; } = new(1);
    }
}
