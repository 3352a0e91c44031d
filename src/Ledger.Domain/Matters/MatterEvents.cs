using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

// The events of a matter's stream beside its steps.

/// <summary>
/// A step taken back in full: it was entered in error, or is followed by the same step anew. It carries what it takes
/// back, so that every figure is a plain sum in any order.
/// </summary>
/// <param name="Taken">Version of the stream at which the step was taken.</param>
/// <param name="Step">The step as it was said.</param>
/// <param name="ReasonCode">Kind of reason.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record MatterStepReversed(
    int Taken,
    MatterStep Step,
    ReversalReason ReasonCode,
    [property: Holds(Personal.Text)] string Reason);

/// <summary>A file that backs the matter, in one of its slots, kept by its content.</summary>
public sealed record MatterEvidenceAttached(
    [property: Holds(Personal.Nothing)] string Slot,
    [property: Holds(Personal.Nothing)] string Sha256,
    [property: Holds(Personal.Text)] string FileName,
    [property: Holds(Personal.Nothing)] string MediaType,
    long Size);
