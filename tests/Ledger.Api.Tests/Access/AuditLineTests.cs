using System.Collections.Concurrent;
using CsCheck;
using Ledger.Api.Access;
using Ledger.Api.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ledger.Api.Tests.Access;

/// <summary>Each row of the audit log goes out as a line of the service's log too, for whatever takes that to another system.</summary>
public sealed class AuditLineTests(LedgerFixture ledger)
{
    [Fact]
    public async Task every_row_goes_out_as_one_line_of_the_same_words_and_without_a_secret()
    {
        using var heard = new Heard();
        ledger.Host.Services.GetRequiredService<ILoggerFactory>().AddProvider(heard);
        var unit = await ledger.NewUnitAsync();
        var user = await People.AccountAsync(ledger.Store, new Grant(Role.Viewer, unit));
        (await ledger.PostAsync("/api/session", new { user, password = "Wrong-2026-x" })).Is(401);
        (await ledger.PostAsync("/api/session", new { user, password = People.Password })).Is(200);
        (await ledger.GetAsync($"/api/units/{unit}/entries?q=赵某")).Is(200);
        (await ledger.GetAsync($"/api/units/{unit}/figures/2023")).Is(200);
        // Reads are written a few times a second.
        for (var i = 0; i < 100 && Lines().Count < 4; i++)
            await Task.Delay(50);
        var (lines, rows) = (Lines(), await RowsAsync(user, unit));
        Assert.True(rows.Count >= 4);
        Assert.Equal(rows, lines.Select(l => string.Join('|', l.Values["Kind"], l.Values["Who"], l.Values["Unit"], l.Values["Subject"], l.Values["Status"])).Order(StringComparer.Ordinal));
        Assert.All(lines, l => Assert.Equal(TimeSpan.Zero, DateTimeOffset.Parse(l.Values["At"], null).Offset));
        foreach (var secret in (string[])["Wrong-2026-x", People.Password, "赵某"])
            Assert.All(heard.Lines, l => Assert.DoesNotContain(secret, l.Text, StringComparison.Ordinal));

        List<(string Text, Dictionary<string, string> Values)> Lines() => [.. heard.Lines.Where(l => l.Values["Who"] == user || l.Values["Unit"] == unit)];
    }

    [Fact]
    public void no_line_is_broken_by_what_somebody_sent()
    {
        using var heard = new Heard();
        var log = heard.CreateLogger(AuditLine.Category);
        Gen.Select(Gen.String, Gen.String, Gen.String).Sample((who, unit, subject) =>
        {
            AuditLine.Write(log, new(TimeProvider.System.GetUtcNow(), AuditKind.Refused, who, unit, $"GET /{subject}\r\n\u2028\u202e\u001b[2J audit at=", 404, "127.0.0.1"));
            Assert.True(heard.Lines.TryTake(out var line));
            Assert.DoesNotContain(line.Text, c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202e');
        });
    }

    [Fact]
    public async Task a_verb_says_its_row_beside_its_progress()
    {
        var unit = await ledger.NewUnitAsync();
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        Assert.Equal(0, await TokenCommand.RunAsync(["--unit", unit, "--role", "viewer"], ledger.Store, ledger.Database, output, error, CancellationToken.None));
        var line = Assert.Single(error.ToString().Split('\n'), l => l.StartsWith("audit at=", StringComparison.Ordinal));
        Assert.Matches($"kind=token-issued who=cli:.* unit={unit} subject=", line);
        Assert.DoesNotContain(output.ToString().Trim(), error.ToString(), StringComparison.Ordinal);
    }

    private async Task<List<string>> RowsAsync(string user, string unit)
    {
        await using var command = ledger.Database.CreateCommand("select concat_ws('|', kind, who, coalesce(unit, ''), coalesce(subject, ''), coalesce(status::text, '')) from audit.log where who = $1 or unit = $2");
        command.Parameters.Add(new() { Value = user });
        command.Parameters.Add(new() { Value = unit });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    /// <summary>Somebody who listens to the audit's lines alone.</summary>
    private sealed class Heard : ILoggerProvider, ILogger
    {
        private bool _audit;
        private bool _over;

        public ConcurrentBag<(string Text, Dictionary<string, string> Values)> Lines { get; private init; } = [];

        public ILogger CreateLogger(string categoryName) => new Heard { _audit = categoryName == AuditLine.Category, Lines = Lines };

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (_audit && !_over && state is IReadOnlyList<KeyValuePair<string, object?>> values)
                Lines.Add((formatter(state, exception), values.ToDictionary(v => v.Key, v => v.Value?.ToString() ?? "")));
        }

        public bool IsEnabled(LogLevel logLevel) => !_over;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose() => _over = true;
    }
}
