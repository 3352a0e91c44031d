using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Ledger.Api.Access;

/// <summary>
/// Slows down whoever tries many user names: what fails is counted for the address it comes from, and over all addresses.
/// What succeeds costs nothing, so that an office behind one address signs in as it likes; and an address from which
/// somebody signed in lately is not held back by what strangers do elsewhere.
/// </summary>
public sealed class SignInLimits(IConfiguration settings, TimeProvider clock) : IDisposable
{
    /// <summary>Failures of one address within <see cref="Window"/>; a setting.</summary>
    public const string Setting = "LEDGER_SIGN_IN_FAILURES";

    public const int Usual = 30;

    /// <summary>Over all addresses so many times as much.</summary>
    private const int Addresses = 10;

    private const int MostKnown = 10_000;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<IPAddress, DateTimeOffset> _known = new();
    private readonly PartitionedRateLimiter<IPAddress> _one = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        from => RateLimitPartition.GetFixedWindowLimiter(from, _ => Of(MostOf(settings))));

    private readonly FixedWindowRateLimiter _all = new(Of(MostOf(settings) * Addresses));

    /// <summary>Whether this address has to wait; asking costs nothing.</summary>
    public bool Closed(HttpContext http)
    {
        var from = From(http);
        using var one = _one.AttemptAcquire(from, 0);
        if (!one.IsAcquired)
            return true;
        if (_known.TryGetValue(from, out var at) && clock.GetUtcNow() - at < Lately)
            return false;
        using var all = _all.AttemptAcquire(0);
        return !all.IsAcquired;
    }

    public void Failed(HttpContext http)
    {
        _one.AttemptAcquire(From(http)).Dispose();
        _all.AttemptAcquire().Dispose();
    }

    public void Succeeded(HttpContext http)
    {
        if (_known.Count >= MostKnown)
            _known.Clear();
        _known[From(http)] = clock.GetUtcNow();
    }

    public void Dispose()
    {
        _one.Dispose();
        _all.Dispose();
    }

    private static int MostOf(IConfiguration settings) => Math.Max(1, settings.GetValue(Setting, Usual));

    private static FixedWindowRateLimiterOptions Of(int permits) => new() { PermitLimit = permits, Window = Window, QueueLimit = 0 };

    /// <summary>Of IPv6 the network: its owner has more addresses than anybody could count.</summary>
    private static IPAddress From(HttpContext http)
    {
        var from = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (from.IsIPv4MappedToIPv6)
            return from.MapToIPv4();
        if (from.AddressFamily != AddressFamily.InterNetworkV6)
            return from;
        var bytes = from.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }
}
