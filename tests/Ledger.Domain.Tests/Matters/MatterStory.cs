using System.Text.Json;
using CsCheck;
using Ledger.Domain.Entries;
using Ledger.Domain.Matters;
using Ledger.Domain.Tests.Kinds;

namespace Ledger.Domain.Tests.Matters;

/// <summary>Matters to which anything may happen: steps in any order, on any day, taken back, said anew.</summary>
internal static class MatterStory
{
    /// <summary>The events of one matter's stream.</summary>
    public static Gen<IReadOnlyList<object>> OfAnyKind { get; } = Gen.OneOf<IReadOnlyList<object>>([.. MatterCatalogue.Kinds.Select(Of)]);

    public static Gen<IReadOnlyList<object>> Of(MatterDefinition kind) =>
        Gen.Select(ActivityGen.Of(kind.Opening), Command(kind).Array[0, 8], (opening, commands) =>
        {
            var stream = new Stream().Append(MatterChange.Open((MatterOpening)opening));
            foreach (var (step, reverse) in commands)
                stream = stream.Matter.Void ? stream : reverse is { } which ? Reverse(stream, which, step) : stream.Append([.. stream.Matter.Take(step)]);
            return stream.Events;
        });

    public static Matter Fold(IEnumerable<object> events) => events.Aggregate(new Stream(), (s, e) => s.Append(e)).Matter;

    /// <summary>A step as if it had been sent.</summary>
    public static T Step<T>(string json) where T : MatterStep => JsonSerializer.Deserialize<T>(json, LedgerJson.Options)!;

    /// <summary>A step to take or to say anew, and perhaps which one to take back.</summary>
    private static Gen<(MatterStep Step, int? Reverse)> Command(MatterDefinition kind) =>
        Gen.Select(Gen.OneOf<MatterStep>([.. kind.Steps.Skip(1).Select(ActivityGen.Of)]), Gen.Frequency<int?>((3, Gen.Const((int?)null)), (1, Gen.Int[0, 20].Select(i => (int?)i))));

    private static Stream Reverse(Stream stream, int which, MatterStep step)
    {
        var standing = stream.Matter.Standing.ToList();
        var taken = standing[which % standing.Count];
        var anew = taken.Step.GetType() == step.GetType() ? step : null;
        return stream.Append([.. stream.Matter.Reverse(taken, ReversalReason.WrongField, "登记有误", anew)]);
    }

    /// <summary>A stream with what it folds to.</summary>
    internal sealed record Stream
    {
        private static readonly DateTimeOffset Began = new(2024, 1, 5, 9, 0, 0, TimeSpan.FromHours(8));

        public Matter Matter { get; private init; } = new();
        public IReadOnlyList<object> Events { get; private init; } = [];

        public Stream Append(params IReadOnlyList<object> events) => events.Aggregate(this, (stream, data) => new Stream
        {
            Events = [.. stream.Events, data],
            Matter = stream.Matter.With(data, Began.AddMinutes(stream.Events.Count)),
        });
    }
}
