using System.Text;
using System.Text.Json;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>What a request was answered with, and what it left in the database.</summary>
/// <param name="Status">The status.</param>
/// <param name="MediaType">Null where there is no body.</param>
/// <param name="Location">Where something new stands.</param>
/// <param name="Bytes">The body.</param>
/// <param name="Units">Units in whose streams events were written meanwhile.</param>
/// <param name="Events">How many events were written.</param>
/// <param name="Kept">By how many the rows of accounts, tokens, units and the like changed.</param>
internal sealed record Got(int Status, string? MediaType, string? Location, byte[] Bytes, IReadOnlyList<string> Units, long Events, long Kept)
{
    private JsonElement? _json;
    private bool _read;

    public string Text => Encoding.UTF8.GetString(Bytes);
    public bool Refused => Status >= 400;

    /// <summary>Null where it is no JSON.</summary>
    public JsonElement? Json
    {
        get
        {
            if (!_read && MediaType?.EndsWith("json", StringComparison.Ordinal) == true)
            {
                try
                {
                    _json = JsonElement.Parse(Bytes);
                }
                catch (JsonException)
                {
                }
            }

            _read = true;
            return _json;
        }
    }
}
