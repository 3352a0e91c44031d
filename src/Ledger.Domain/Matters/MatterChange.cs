using Ledger.Domain.Entries;

namespace Ledger.Domain.Matters;

/// <summary>
/// What a change of a matter appends. Where a step makes another one state something else – a review entered late, and
/// the signing had one before it after all – that one is taken back and stated anew in the same commit.
/// </summary>
public static class MatterChange
{
    /// <summary>Opens a matter.</summary>
    public static MatterStep Open(MatterOpening opening)
    {
        ArgumentNullException.ThrowIfNull(opening);
        return opening.State(StateOf([opening]));
    }

    /// <summary>Takes a step.</summary>
    public static IReadOnlyList<object> Take(this Matter matter, MatterStep step)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(step);
        return Settled([.. matter.Standing], step, []);
    }

    /// <summary>Takes a step back; with <paramref name="anew"/> the same step is said otherwise. Without its opening nothing of a matter stands.</summary>
    public static IReadOnlyList<object> Reverse(this Matter matter, TakenStep taken, ReversalReason code, string reason, MatterStep? anew = null)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(taken);
        if (taken.Step is MatterOpening && anew is null)
            return [.. matter.Standing.Reverse().Select(t => new MatterStepReversed(t.Version, t.Step, code, reason))];
        return Settled([.. matter.Standing.Where(t => t != taken)], anew, [new MatterStepReversed(taken.Version, taken.Step, code, reason)]);
    }

    private static List<object> Settled(IReadOnlyList<TakenStep> rest, MatterStep? step, List<object> events)
    {
        var state = StateOf([.. rest.Select(t => t.Step), .. step is null ? Array.Empty<MatterStep>() : [step]]);
        if (step is not null)
            events.Add(step.State(state));
        foreach (var other in rest)
        {
            var stated = other.Step.State(state);
            if (CanonicalJson.Sha256(stated) == CanonicalJson.Sha256(other.Step))
                continue;
            events.Add(new MatterStepReversed(other.Version, other.Step, ReversalReason.Other, "其他步骤有变，重新核定"));
            events.Add(stated);
        }

        return events;
    }

    private static MatterState StateOf(IReadOnlyList<MatterStep> steps) =>
        MatterCatalogue.Find(MatterCatalogue.StepOf(steps[0]).Matter)!.StateOf(steps);
}
