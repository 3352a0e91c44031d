using System.Net;
using Ledger.Api.Units;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Ledger.Api.Access;

/// <summary>
/// Whoever comes without credentials. On a service that listens on the loopback address alone they may look at sample
/// units, and as long as nobody but the first administrator has an account they are the local user, who may also work on
/// them. They never reach a unit that is not a sample.
/// </summary>
public sealed class Guests(IServer server, IConfiguration settings, KnownUnits units, Accounts accounts)
{
    public const string Id = "guest";

    /// <summary>The author of what the local user logs.</summary>
    public const string Name = "本机";

    public const string Setting = "LEDGER_GUEST";

    private static readonly Role[] Looking = [Role.Viewer];
    private static readonly Role[] Working = [Role.Viewer, Role.Recorder, Role.Reviewer, Role.Head];

    private bool? _loopback;

    /// <summary>Who they are for this unit, or for addresses of no unit; null if they have to sign in.</summary>
    public async ValueTask<Caller?> FindAsync(HttpContext http, string? unit)
    {
        ArgumentNullException.ThrowIfNull(http);
        var allowed = settings[Setting] is { Length: > 0 } set ? set : "local";
        if (allowed is not ("local" or "viewer") || !ListensOnLoopback() || !IsHere(http))
            return null;
        if (unit is not null && await units.FindCountyAsync(unit, http.RequestAborted) is { Sample: true })
            return new Caller(Id, Name, CallerKind.Guest, [new Grant(Role.CountyReader, unit)]);
        if (unit is null ? !await units.HasSamplesAsync(http.RequestAborted) : await units.FindAsync(unit, http.RequestAborted) is not { Sample: true })
            return null;
        var roles = allowed == "viewer" || await accounts.AreSharedAsync(http.RequestAborted) ? Looking : Working;
        return new Caller(Id, Name, CallerKind.Guest, [.. roles.Select(r => new Grant(r, unit ?? ""))]);
    }

    /// <summary>
    /// From this machine, to this machine by one of its own names, and not handed on by a proxy: a page of a stranger whose
    /// name was made to point here is none of ours.
    /// </summary>
    private static bool IsHere(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } from && IsLoopback(from)
        && IsLoopback(http.Request.Host.Host)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded")
        && !http.Request.Headers.ContainsKey("X-Real-IP") && !http.Request.Headers.ContainsKey("Via");

    private bool ListensOnLoopback()
    {
        if (_loopback is { } known)
            return known;
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses is not { Count: > 0 } addresses)
            return false;
        _loopback = addresses.All(a => IsLoopback(BindingAddress.Parse(a).Host));
        return _loopback.Value;
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IsLoopback(address));

    private static bool IsLoopback(IPAddress address) => IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
