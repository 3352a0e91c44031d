using Ledger.Api.Years;
using Ledger.Domain.Figures;
using Ledger.Domain.Years;
using Marten.Exceptions;

namespace Ledger.Api.Tests.Figures;

/// <summary>An append that fails uses up a sequence number, and leaves a mark there that is no event.</summary>
public sealed class FailedAppendTests(LedgerFixture ledger)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task evaluators_and_export_pass_over_a_number_that_nothing_happened_at()
    {
        var unit = await ledger.NewUnitAsync();
        await using (var session = ledger.Store.LightweightSession(unit))
        {
            // Twice begun within one commit: what the second finds taken, the first has taken.
            foreach (var figure in new[] { "litigations", "reconsiderations" })
                await YearLog.AppendAsync(session, unit, 2023, new NilReturnConfirmed(2023, figure, "审核员乙", "全年没有发生"), Ct);
            await Assert.ThrowsAsync<ExistingStreamIdCollisionException>(() => session.SaveChangesAsync(Ct));
        }

        await using var marks = ledger.Database.CreateCommand("select count(*) from ledger.mt_events where tenant_id = $1 and type = 'tombstone'");
        marks.Parameters.Add(new() { Value = unit });
        // Written behind the answer.
        for (var wait = 0; wait < 200 && await marks.ExecuteScalarAsync(Ct) is 0L; wait++)
            await Task.Delay(50, Ct);
        Assert.Equal(1L, await marks.ExecuteScalarAsync(Ct));
        await ledger.LogServiceAsync(unit);

        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "legal-service"));
        Assert.Empty((await Verification.RunAsync(ledger.Store, ledger.Database, unit, null, null, Ct)).Differences);
        using var export = new MemoryStream();
        // The unit's registration and one activity.
        Assert.Equal(2, await EventExport.WriteAsync(ledger.Database, export, unit, null, null, Ct));
    }
}
