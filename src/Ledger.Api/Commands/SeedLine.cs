using System.Text.Json;

namespace Ledger.Api.Commands;

/// <summary>One line of a seed journal: who did what, when.</summary>
public sealed record SeedLine
{
    /// <summary>When it was recorded; becomes the event's recording time.</summary>
    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>log, correct, void, evidence, nil; of a matter open, step, attach.</summary>
    public required string Do { get; init; }

    /// <summary>Name of the entry within the journal; its stream's id comes from it.</summary>
    public string? Ref { get; init; }

    public string? Kind { get; init; }
    public JsonElement Activity { get; init; }

    /// <summary>Kind of the matter that is opened.</summary>
    public string? Matter { get; init; }

    /// <summary>Code of the step that is taken.</summary>
    public string? Step { get; init; }

    /// <summary>What a step says. A text <c>@ref</c>, here and in an activity, is the id of what the journal calls so.</summary>
    public JsonElement Fields { get; init; }

    /// <summary>Reasons for what guards warn of, by code.</summary>
    public JsonElement Reasons { get; init; }

    /// <summary>Slot of the matter that the file goes into.</summary>
    public string? Slot { get; init; }

    public string? Reason { get; init; }
    public string? ReasonCode { get; init; }
    public string? File { get; init; }
    public string? Name { get; init; }
    public string? Figure { get; init; }
}
