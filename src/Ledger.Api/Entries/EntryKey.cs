using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ledger.Api.Setup;
using Ledger.Domain;
using Ledger.Domain.Kinds;
using Marten;
using Marten.Exceptions;
using Wolverine.Http;

namespace Ledger.Api.Entries;

/// <summary>
/// An Idempotency-Key that is a time-ordered UUID (RFC 9562 version 7) decides the entry's id. Kept answers are forgotten
/// after a day, ids never are: a phone that comes back after a week, not knowing whether its last try arrived, cannot log
/// anything twice.
/// </summary>
public static class EntryKey
{
    private const int TimeBytes = 6;

    /// <summary>
    /// The key's time, so that ids go on in the order of logging, and a hash for the rest, so that one key names another
    /// entry in another unit or kind. Null for a key of another form.
    /// </summary>
    public static Guid? Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Request.Headers["Idempotency-Key"] is not [{ Length: 36 } sent] || !Guid.TryParseExact(sent, "D", out var key) || key.Version != 7)
            return null;
        Span<byte> id = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{http.GetRouteValue("unit")}/{http.GetRouteValue("kind")}/{key:D}"), id);
        key.ToByteArray(bigEndian: true).AsSpan(0, TimeBytes).CopyTo(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x70);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id[..16], bigEndian: true);
    }

    /// <summary>Answers a repeat whose kept answer is gone from the entry itself.</summary>
    public static void UseEntryKeys(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (ExistingStreamIdCollisionException) when (Of(http) is { } id && http.GetRouteValue("kind") is string kind && Catalogue.FindKind(kind) is not null && !http.Response.HasStarted)
        {
            await AnswerAsync(http, (string)http.GetRouteValue("unit")!, kind, id);
        }
    });

    private static async Task AnswerAsync(HttpContext http, string unit, string kind, Guid id)
    {
        var ct = http.RequestAborted;
        http.Request.Body.Position = 0;
        var (json, _) = await SentJson.ReadAsync(http, ct);
        var (sent, _) = ActivityReader.Read(Catalogue.FindKind(kind)!, json, ChinaCalendar.Today(http.RequestServices.GetRequiredService<TimeProvider>()));
        await using var session = http.RequestServices.GetRequiredService<IDocumentStore>().QuerySession(unit);
        var events = await session.Events.FetchStreamAsync(id, version: 1, token: ct);
        if (events is not [{ Data: Activity logged }] || Text(logged) != Text(sent!))
        {
            await Results.Problem(http.KeyReused()).ExecuteAsync(http);
            return;
        }

        var receipt = new EntryReceipt(unit, id, kind, 1);
        ((IHttpAware)receipt).Apply(http);
        await http.Response.WriteAsJsonAsync(receipt, ct);
    }

    private static string Text(Activity activity) => JsonSerializer.Serialize(activity, activity.GetType(), LedgerJson.Options);
}
