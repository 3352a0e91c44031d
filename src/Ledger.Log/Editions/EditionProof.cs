using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Log.Events;

namespace Ledger.Log.Editions;

/// <summary>
/// What a printed edition carries to prove itself (<c>proof.json</c>): the checkpoint, the events behind its figures with
/// the hashes that lead from them to the checkpoint's root, the figures as they were frozen, and the rules to count by.
/// </summary>
public sealed record EditionProof
{
    public const string FileName = "proof.json";

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
    };

    /// <summary>Always <c>proof</c>.</summary>
    public required string Ledger { get; init; }

    public required int Version { get; init; }
    public required string Unit { get; init; }
    public required int Year { get; init; }
    public required int Edition { get; init; }

    /// <summary>The signed checkpoint with its cosignatures, as text.</summary>
    public required string Checkpoint { get; init; }

    /// <summary>The log's public keys (vkeys). Whoever trusts nobody compares them with those published elsewhere.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>The public keys of the witnesses whose cosignatures the checkpoint bears.</summary>
    public required IReadOnlyList<string> Witnesses { get; init; }

    /// <summary>The figures as canonical JSON: their SHA-256 is in the event that froze the edition.</summary>
    public required string Figures { get; init; }

    /// <summary>Whether every event behind the figures is here, so that they can be counted again.</summary>
    public required bool Complete { get; init; }

    /// <summary>Event type → code of its kind.</summary>
    public required JsonNode Kinds { get; init; }

    /// <summary>What is counted and how.</summary>
    public required JsonNode Rules { get; init; }

    /// <summary>By index; among them the one that froze the edition.</summary>
    public required IReadOnlyList<OpenedEvent> Events { get; init; }

    /// <summary>The hashes beside the events' leaves, base64, from left to right.</summary>
    public required IReadOnlyList<string> Hashes { get; init; }

    /// <summary>Null where the bytes are no proof.</summary>
    public static EditionProof? Parse(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<EditionProof>(bytes, Json) is { Ledger: "proof", Version: 1 } proof && proof.IsWhole ? proof : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>No list has a hole in it: a reader of JSON lets null stand for anything.</summary>
    private bool IsWhole => !Hashes.Contains(null!) && Events.All(e => e is not null && IsFull(e.Members) && IsFull(e.Salts) && IsFull(e.Erased));

    private static bool IsFull(IReadOnlyDictionary<string, string>? texts) => texts?.Values.Contains(null!) != true;

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}
