using Ledger.Api.Reports;
using Ledger.Api.Setup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ledger.Api.Tests.Setup;

/// <summary>What reaches the log of a running service.</summary>
public sealed class QuietLogsTests(LedgerFixture ledger)
{
    private ILoggerFactory Logs => ledger.Host.Services.GetRequiredService<ILoggerFactory>();

    [Fact]
    public void a_body_that_cannot_be_read_is_the_senders_business_and_fills_no_log()
    {
        Assert.False(Logs.CreateLogger<FreezeReport>().IsEnabled(LogLevel.Error));
        Assert.False(Logs.CreateLogger<WriteProse>().IsEnabled(LogLevel.Critical));
    }

    [Fact]
    public void a_failure_of_the_service_is_logged() => Assert.True(Logs.CreateLogger<Failures>().IsEnabled(LogLevel.Error));
}
