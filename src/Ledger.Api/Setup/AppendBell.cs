using System.Threading.Channels;
using JasperFx.Events.Daemon.HighWater;
using Marten;
using Marten.Services;

namespace Ledger.Api.Setup;

/// <summary>
/// Wakes the projections when this process has committed events. A notification inside the transaction would wake them
/// too, but PostgreSQL lets only one transaction that notifies commit at a time, so that commits could not share a flush
/// of the log. What another process appends <see cref="AppendListener"/> hears, or the next read finds: it rings when it has to wait.
/// </summary>
public sealed class AppendBell : DocumentSessionListenerBase, IDaemonWakeup
{
    /// <summary>Commits that come together are projected together.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(5);

    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Whether anything was appended here.</summary>
    public bool HasRung { get; private set; }

    public void Ring()
    {
        HasRung = true;
        _rung.Writer.TryWrite(true);
    }

    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (commit.GetStreams().Any())
            Ring();
        return Task.CompletedTask;
    }

    public async Task WaitAsync(TimeSpan timeout, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(timeout);
        try
        {
            await _rung.Reader.ReadAsync(patience.Token);
            await Task.Delay(Gather, token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            // Nobody rang: the agent looks by itself.
        }
    }

    /// <summary>Nothing to let go of: a daemon that is stopped and started again waits on the same bell.</summary>
    public void Dispose()
    {
    }
}
