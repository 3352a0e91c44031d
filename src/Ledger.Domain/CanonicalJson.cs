using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ledger.Domain;

/// <summary>
/// One spelling for one value, so that its hash is the same wherever it is computed: members in the order of their
/// names, numbers without superfluous digits, no white space, UTF-8. <c>jq -cSj</c> writes the same.
/// </summary>
public static class CanonicalJson
{
    /// <summary>SHA-256 in lower-case hex over the value as the ledger writes it.</summary>
    public static string Sha256<T>(T value) => Convert.ToHexStringLower(SHA256.HashData(Bytes(value)));

    public static byte[] Bytes<T>(T value) =>
        JsonSerializer.SerializeToUtf8Bytes(Sorted(JsonSerializer.SerializeToNode(value, LedgerJson.Options)), LedgerJson.Options);

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        JsonValue number when number.GetValueKind() == JsonValueKind.Number => JsonNode.Parse(Plain(number.ToJsonString())),
        null => null,
        _ => node.DeepClone(),
    };

    private static string Plain(string number) =>
        decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("0.############################", CultureInfo.InvariantCulture);
}
