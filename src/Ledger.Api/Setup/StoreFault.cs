using Npgsql;

namespace Ledger.Api.Setup;

/// <summary>What is wrong with the store, however deep a library has wrapped it up.</summary>
public static class StoreFault
{
    private const int NoSpaceOnUnix = 28;
    private const int NoSpaceOnWindows = 112;

    /// <summary>The disk has no room: said by PostgreSQL, or by the system where evidence is written.</summary>
    public static bool IsDiskFull(Exception exception) => Chain(exception).Any(e =>
        e is PostgresException { SqlState: PostgresErrorCodes.DiskFull }
        || (e is IOException io && (io.HResult & 0xFFFF) is NoSpaceOnUnix or NoSpaceOnWindows));

    /// <summary>
    /// The database is away or held up: nothing answers, the connection was cut, the server is stopping or recovering, it is
    /// out of something, or somebody else's transaction does not let go.
    /// </summary>
    public static bool IsAway(Exception exception) => Chain(exception).Any(e => e switch
    {
        PostgresException said => said.SqlState is PostgresErrorCodes.LockNotAvailable || said.SqlState[..2] is "08" or "53" or "57" or "58",
        NpgsqlException or TimeoutException => true,
        _ => false,
    });

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception;
    }
}
