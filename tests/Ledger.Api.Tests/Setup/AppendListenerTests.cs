using System.Diagnostics;
using Ledger.Api.Setup;

namespace Ledger.Api.Tests.Setup;

public sealed class AppendListenerTests(LedgerFixture ledger)
{
    [Fact]
    public async Task a_service_hears_what_another_process_appended_without_waiting_for_its_next_look()
    {
        using var bell = new AppendBell();
        using var listener = new AppendListener(ledger.Database, bell);
        await listener.StartAsync(TestContext.Current.CancellationToken);
        var heard = false;
        // Once it listens, one notification is enough; until then they are lost.
        for (var i = 0; i < 40 && !heard; i++)
        {
            await AppendListener.NotifyAsync(ledger.Database, TestContext.Current.CancellationToken);
            var began = Stopwatch.GetTimestamp();
            await bell.WaitAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            heard = Stopwatch.GetElapsedTime(began) < TimeSpan.FromMilliseconds(800);
        }

        await listener.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(heard);
    }
}
