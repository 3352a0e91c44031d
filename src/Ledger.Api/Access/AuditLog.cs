using System.Collections.Concurrent;
using System.Threading.Channels;
using Ledger.Domain.Kinds;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Api.Access;

/// <summary>
/// The audit log: rows are added and never changed, which the database enforces. What changes something is written before
/// it is answered; reads are gathered and written a few times a second, so that nobody waits for them. A crash can lose
/// the reads of the last moment, nothing else. Each row that is written is said as an <see cref="AuditLine"/> too.
/// </summary>
public sealed partial class AuditLog(NpgsqlDataSource database, TimeProvider clock, ILoggerFactory logs) : BackgroundService, IAsyncDisposable
{
    private const int Batch = 2000;
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SameUse = TimeSpan.FromHours(1);

    private readonly ILogger _log = logs.CreateLogger<AuditLog>();
    private readonly ILogger _lines = logs.CreateLogger(AuditLine.Category);
    private readonly Channel<AuditEntry> _noted = Channel.CreateBounded<AuditEntry>(new BoundedChannelOptions(50_000) { SingleReader = true });
    private readonly ConcurrentDictionary<(string Token, string? Origin), long> _used = new();

    /// <summary>Noted soon; waits only when the database has been away for very long.</summary>
    public ValueTask NoteAsync(AuditEntry entry) => _noted.Writer.TryWrite(entry) ? ValueTask.CompletedTask : _noted.Writer.WriteAsync(entry);

    /// <summary>Written when this returns.</summary>
    public Task WriteAsync(AuditEntry entry, CancellationToken ct = default) => InsertAsync(database, [entry], e => AuditLine.Write(_lines, e), ct);

    /// <summary>A token's use is noted once an hour for each place it is used from.</summary>
    public bool IsFirstUse(string token, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var use = (token, http.Connection.RemoteIpAddress?.ToString());
        if (_used.TryGetValue(use, out var last) && clock.GetElapsedTime(last) < SameUse)
            return false;
        if (_used.Count > 10_000)
            _used.Clear();
        _used[use] = clock.GetTimestamp();
        return true;
    }

    /// <param name="database">Of the ledger.</param>
    /// <param name="entries">The rows.</param>
    /// <param name="say">Says a row once it is written, so that a copy elsewhere never holds what the log does not.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task InsertAsync(NpgsqlDataSource database, IReadOnlyList<AuditEntry> entries, Action<AuditEntry> say, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(say);
        await using var command = database.CreateCommand(
            "insert into audit.log (at, kind, who, unit, subject, status, origin) select * from unnest($1, $2, $3, $4, $5, $6, $7)");
        Add(NpgsqlDbType.TimestampTz, entries.Select(e => e.At.ToUniversalTime()).ToArray());
        Add(NpgsqlDbType.Text, entries.Select(e => Codes.Of(e.Kind)).ToArray());
        Add(NpgsqlDbType.Text, entries.Select(e => Clean(e.Who)).ToArray());
        Add(NpgsqlDbType.Text, entries.Select(e => Clean(e.Unit)).ToArray());
        Add(NpgsqlDbType.Text, entries.Select(e => Clean(e.Subject)).ToArray());
        Add(NpgsqlDbType.Integer, entries.Select(e => e.Status).ToArray());
        Add(NpgsqlDbType.Text, entries.Select(e => e.Origin).ToArray());
        await command.ExecuteNonQueryAsync(ct);
        foreach (var entry in entries)
            say(entry);

        void Add(NpgsqlDbType type, object values) => command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type | NpgsqlDbType.Array, Value = values });
    }

    /// <summary>Not before what was noted is written, also where nobody stopped the service in order.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (ExecuteTask is { } running)
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var stopped = stoppingToken.Register(() => _noted.Writer.TryComplete());
        var waiting = new List<AuditEntry>();
        while (await _noted.Reader.WaitToReadAsync(CancellationToken.None) || waiting.Count > 0)
        {
            if (!stoppingToken.IsCancellationRequested)
                await Task.Delay(Gather, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (waiting.Count < Batch && _noted.Reader.TryRead(out var entry))
                waiting.Add(entry);
            if (await TryInsertAsync(waiting))
                waiting.Clear();
            else if (stoppingToken.IsCancellationRequested)
                break;
            else
                await Task.Delay(Patience, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (waiting.Count > 0)
            Lost(_log, waiting.Count + _noted.Reader.Count);
    }

    private async Task<bool> TryInsertAsync(List<AuditEntry> entries)
    {
        try
        {
            await InsertAsync(database, entries, e => AuditLine.Write(_lines, e), CancellationToken.None);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            Away(_log, entries.Count, e.Message);
            return false;
        }
    }

    // PostgreSQL takes no zero characters in text.
    private static string? Clean(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The audit log cannot be written; {Count} rows wait: {Reason}")]
    private static partial void Away(ILogger log, int count, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} rows of the audit log could not be written before the end")]
    private static partial void Lost(ILogger log, int count);
}
