using System.Net;
using System.Net.Sockets;
using Ledger.Domain;

namespace Ledger.Api.Calendars;

/// <summary>
/// Where a webhook may lead: https to a public host. Hosts of private networks, of this machine and of the link are refused
/// (SSRF), when the address is set and again at every connection, on the address that is really connected to, unless the
/// setting <c>LEDGER_WEBHOOK_PRIVATE=allow</c> says that receivers stand in the office's own network. Where
/// <c>LEDGER_WEBHOOK_HOSTS</c> names hosts, it leads to one of them or nowhere.
/// </summary>
public sealed class WebhookAddress(IConfiguration settings)
{
    public const string Setting = "LEDGER_WEBHOOK_PRIVATE";
    public const string HostsSetting = "LEDGER_WEBHOOK_HOSTS";
    private const int Longest = 500;

    private static readonly IPNetwork[] NotPublic =
    [
        .. ((string[])[
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Unspecified, loopback, the old site-local, unique-local, link-local, multicast, documentation, and the ways to carry IPv4 within.
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        ]).Select(IPNetwork.Parse),
    ];

    private bool PrivateAllowed => settings[Setting] == "allow";

    /// <summary>As they stand in addresses; empty where any host may be named.</summary>
    private string[] Hosts => settings[HostsSetting]?.Split([',', '，', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private bool IsListed(string host) => Hosts is var hosts && (hosts.Length == 0 || hosts.Contains(host, StringComparer.OrdinalIgnoreCase));

    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var bare = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !NotPublic.Any(n => n.BaseAddress.AddressFamily == bare.AddressFamily && n.Contains(bare));
    }

    /// <summary>What is wrong with the address; null if nothing is.</summary>
    public async Task<Problem?> CheckAsync(string? url, CancellationToken ct)
    {
        if (url is not { Length: > 0 and <= Longest } || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0 || uri.Host.Length == 0)
            return new("url", "应为完整的 https 地址，不含用户名和片段，不超过 500 字符", "Must be a whole https address without user name or fragment, up to 500 characters");
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && PrivateAllowed))
            return new("url", "只能使用 https 地址", "Only https is taken");
        if (!IsListed(uri.IdnHost))
            return new("url", "接收方不在许可的主机之列，请管理员把它加进 LEDGER_WEBHOOK_HOSTS", "Its host is not among those of LEDGER_WEBHOOK_HOSTS");
        if (PrivateAllowed)
            return null;
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(uri.IdnHost, ct);
            return addresses.All(IsPublic) ? null
                : new("url", "该地址指向本机或者内部网络；接收方确在内网的，请管理员设置 LEDGER_WEBHOOK_PRIVATE=allow", "It leads to this machine or a private network; LEDGER_WEBHOOK_PRIVATE=allow permits that");
        }
        catch (SocketException)
        {
            return new("url", "找不到该地址的主机", "The host of this address is not found");
        }
    }

    /// <summary>Connects to an address that was looked at: a name that changed its mind since is caught here.</summary>
    internal async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        if (!IsListed(context.DnsEndPoint.Host))
            throw new HttpRequestException("The webhook's host is not among those that are permitted");
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var open = addresses.Where(a => PrivateAllowed || IsPublic(a)).ToArray();
        if (open.Length == 0)
            throw new HttpRequestException("The webhook's host is not public");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
