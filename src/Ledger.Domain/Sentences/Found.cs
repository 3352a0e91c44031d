using System.Text.Json.Nodes;

namespace Ledger.Domain.Sentences;

/// <summary>A field read from a stretch of the text.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Value">Its value as the form takes it.</param>
/// <param name="Span">The stretch.</param>
/// <param name="Evidence">How much it speaks for the kind.</param>
internal sealed record Found(string Field, JsonNode Value, Span Span, double Evidence)
{
    /// <summary>The field whose number it repeats, as in 全部合格: it stands and falls with that one.</summary>
    public string? Same { get; init; }
}
