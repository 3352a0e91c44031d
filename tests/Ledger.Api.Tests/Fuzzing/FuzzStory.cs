namespace Ledger.Api.Tests.Fuzzing;

/// <summary>What a story ended with: the steps so far, the last of which broke a rule.</summary>
internal sealed record Broken(IReadOnlyList<FuzzStep> Steps, Fault Fault)
{
    /// <summary>Two findings are one if the same rule broke in the same place.</summary>
    public string Key => $"{Fault.Rule} · {Steps[^1].Operation.Method} {Steps[^1].Operation.Path} · {Fault.Seen.Split(' ')[0]}";
}

/// <summary>So many requests in a world of their own, drawn from one seed; and the same again, or a part of it.</summary>
internal sealed class FuzzStory(OwnLedger ledger, ApiDocument document)
{
    /// <summary>Plays a story to its end, or to the first broken rule.</summary>
    /// <param name="seed">What everything is drawn from.</param>
    /// <param name="length">How many requests.</param>
    /// <param name="next">Which operation is asked.</param>
    /// <param name="seen">Told of every answer.</param>
    /// <param name="known">Findings that the story does not end for.</param>
    public async Task<Broken?> PlayAsync(int seed, int length, Func<Random, ApiOperation> next, Action<FuzzStep, Got> seen, ISet<string> known)
    {
        var random = new Random(seed);
        var model = new StoryModel();
        var maker = new StepMaker(document, random, model);
        var world = await FuzzWorld.OpenAsync(ledger);
        var steps = new List<FuzzStep>();
        for (var number = 1; number <= length; number++)
        {
            var (step, on) = maker.Make(number, next(random));
            steps.Add(step);
            var got = await world.SendAsync(step);
            seen(step, got);
            foreach (var fault in AnswerRules.Check(step, got, world, document))
            {
                if (new Broken(steps, fault) is var broken && known.Add(broken.Key))
                    return broken with { Steps = [.. steps] };
            }

            model.Learn(step, on, got);
        }

        return null;
    }

    /// <summary>The fewest steps found that break the same rule in the same place.</summary>
    public async Task<Broken> ShrinkAsync(Broken broken, int tries = 120)
    {
        for (var size = Math.Max(1, broken.Steps.Count / 2); tries > 0; size /= 2)
        {
            for (var from = 0; from < broken.Steps.Count - 1 && tries > 0; tries--)
            {
                var fewer = broken.Steps.Where((_, i) => i < from || i >= Math.Min(from + size, broken.Steps.Count - 1)).ToList();
                if (await ReplayAsync(fewer) is { } again && again.Key == broken.Key)
                    broken = again;
                else
                    from += size;
            }

            if (size == 1)
                break;
        }

        return broken;
    }

    /// <summary>The last step's fault, when these steps are played in a world of their own.</summary>
    public async Task<Broken?> ReplayAsync(IReadOnlyList<FuzzStep> steps)
    {
        var world = await FuzzWorld.OpenAsync(ledger);
        foreach (var step in steps.SkipLast(1))
            await world.SendAsync(step);
        var got = await world.SendAsync(steps[^1]);
        return AnswerRules.Check(steps[^1], got, world, document).FirstOrDefault() is { } fault ? new(steps, fault) : null;
    }
}
