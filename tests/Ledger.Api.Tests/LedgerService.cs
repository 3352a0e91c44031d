using Ledger.Api.Access;
using Ledger.Api.Calendars;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ledger.Api.Tests;

/// <summary>A running ledger to talk to; what can be said to it stands in <see cref="LedgerVerbs"/>.</summary>
public abstract class LedgerService
{
    private int _units;

    public HttpClient Client { get; protected set; } = null!;

    /// <summary>The service's clock: the real time, until a test sets it.</summary>
    public FakeTime Clock { get; } = new();

    /// <summary>A unit that no other test touches.</summary>
    public async Task<string> NewUnitAsync(bool enforcement = false)
    {
        var code = $"u{Interlocked.Increment(ref _units)}";
        var answer = await this.PostAsync("/api/units", new { code, name = $"测试单位{code}", addressees = new[] { "测试县人民政府" }, enforcement });
        answer.Is(201);
        return code;
    }

    /// <summary>The clock of the tests, and of all logging only our own warnings.</summary>
    protected void Prepare(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        // All tests come from one address, and many of them fail on purpose.
        builder.Configuration[SignInLimits.Setting] ??= "100000";
        builder.Logging.ClearProviders().AddConsole();
        builder.Services.Configure<LoggerFilterOptions>(o =>
        {
            // The service's own rules stand; of two for the same name the later holds.
            o.Rules.Add(new LoggerFilterRule(null, null, LogLevel.None, null));
            o.Rules.Add(new LoggerFilterRule(null, "Ledger", LogLevel.Warning, null));
            // Said to whoever listens, and not to the console of the tests.
            o.Rules.Add(new LoggerFilterRule(null, AuditLine.Category, LogLevel.Information, null));
            o.Rules.Add(new LoggerFilterRule("Console", AuditLine.Category, LogLevel.None, null));
            o.Rules.Add(new LoggerFilterRule(null, typeof(WebhookSender).FullName, LogLevel.None, null));
        });
    }
}

/// <summary>The real clock, or the moment a test has set. Only tests that run alone may set it.</summary>
public sealed class FakeTime : TimeProvider
{
    public DateTimeOffset? Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now?.ToUniversalTime() ?? System.GetUtcNow();
}

/// <summary>Tests that need the service for themselves: they set its clock or count its sequence numbers.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
