using System.Text.Json;

namespace Ledger.Api.Commands;

/// <summary>One line of a seed journal: who did what, when.</summary>
public sealed record SeedLine
{
    /// <summary>When it was recorded; becomes the event's recording time.</summary>
    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>log, correct, void, evidence, nil; of a matter step.</summary>
    public required string Do { get; init; }

    /// <summary>Name of the entry within the journal; its stream's id comes from it.</summary>
    public string? Ref { get; init; }

    public string? Kind { get; init; }

    /// <summary>The step a matter takes.</summary>
    public string? Step { get; init; }

    public JsonElement Activity { get; init; }
    public string? Reason { get; init; }
    public string? ReasonCode { get; init; }
    public string? File { get; init; }
    public string? Name { get; init; }
    public string? Figure { get; init; }
}
