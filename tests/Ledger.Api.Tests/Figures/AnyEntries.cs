using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;

namespace Ledger.Api.Tests.Figures;

/// <summary>Random streams of entries of any kind – logged, corrected, voided – and the year books they must add up to.</summary>
internal static class AnyEntries
{
    public static Gen<IReadOnlyList<object>> Streams { get; } =
        Gen.Select(Gen.Int[0, Catalogue.Kinds.Count - 1], Gen.Int[1, 4], Gen.Bool, Gen.Int[0, int.MaxValue - 1], Stream);

    /// <summary>Random matters: steps in any order, some taken back, some said anew.</summary>
    public static Gen<IReadOnlyList<object>> Matters { get; } =
        Gen.Select(Gen.Int[0, MatterCatalogue.Kinds.Count - 1], Gen.Int[0, 8], Gen.Int[0, int.MaxValue - 1], MatterOf);

    public static Dictionary<int, YearBook> Books(IEnumerable<object> events)
    {
        var books = new Dictionary<int, YearBook>();
        foreach (var e in events)
        {
            if (YearBookEvents.YearOf(e) is not { } year)
                continue;
            books[year] = (books.GetValueOrDefault(year) ?? YearBook.Empty(year)).Apply(e);
        }

        return books;
    }

    /// <summary>The plainest entry: a legal service, counted once.</summary>
    public static IReadOnlyList<object> Service(int year) =>
        [new LegalServiceProvided { OccurredOn = new(year, 3, 1), Service = LegalServiceType.Consultation, Adviser = "法律顾问A律师" }];

#pragma warning disable CA5394 // the seed comes from the generator, so that a failure can be shown again
    private static IReadOnlyList<object> Stream(int kind, int versions, bool voided, int seed)
    {
        var random = new Random(seed);
        var said = Enumerable.Range(0, versions).Select(_ => Any(Catalogue.Kinds[kind], random)).ToList();
        List<object> events = [said[0]];
        for (var i = 1; i < versions; i++)
            events.AddRange([new EntryReversed(said[i - 1], ReversalReason.WrongField, "更正"), said[i]]);
        if (voided)
            events.Add(new EntryReversed(said[^1], ReversalReason.NotHappened, "作废"));
        return events;
    }

    private static IReadOnlyList<object> MatterOf(int kind, int changes, int seed)
    {
        var random = new Random(seed);
        var definition = MatterCatalogue.Kinds[kind];
        List<object> events = [MatterChange.Open((MatterOpening)Any(definition.Opening, random))];
        var matter = new Matter().With(events[0]);
        for (var i = 0; i < changes && !matter.Void; i++)
        {
            var standing = matter.Standing.ToList();
            var taken = standing[random.Next(standing.Count)];
            IReadOnlyList<object> more = random.Next(4) > 0
                ? matter.Take(Any(definition.Steps[random.Next(1, definition.Steps.Count)], random))
                : matter.Reverse(taken, ReversalReason.WrongField, "登记有误", random.Next(2) == 0 ? Any(MatterCatalogue.StepOf(taken.Step), random) : null);
            events.AddRange(more);
            matter = more.Aggregate(matter, (m, e) => m.With(e));
        }

        return events;
    }

    private static MatterStep Any(StepDefinition step, Random random) =>
        (MatterStep)Object(step.Fields, random).Deserialize(step.EventType, LedgerJson.Options)!;

    private static Activity Any(KindDefinition kind, Random random) =>
        (Activity)Object(kind.Fields, random).Deserialize(kind.EventType, LedgerJson.Options)!;

    private static JsonObject Object(IEnumerable<FieldDefinition> fields, Random random) =>
        [.. fields.Where(f => f.Required || (f.Name != "jointUnits" && random.Next(4) > 0)).Select(f => KeyValuePair.Create(f.Name, Value(f, random)))];

    private static JsonNode? Value(FieldDefinition field, Random random) => field.Type switch
    {
        FieldType.Date => new DateOnly(2024, 1, 1).AddDays(random.Next(700)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Int when field.Limits.Min > 1000 => (int)field.Limits.Min + random.Next(50),
        FieldType.Int => random.Next(random.Next(2) == 0 ? 3 : 100_000),
        FieldType.Decimal => random.Next(1_000_000) / 100m,
        FieldType.Text => Text(random),
        FieldType.Code => field.Options[random.Next(field.Options.Count)].Code,
        FieldType.Bool => random.Next(2) == 0,
        FieldType.Count when random.Next(2) == 0 => random.Next(1000),
        FieldType.Count => new JsonObject { ["value"] = random.Next(1000), ["precision"] = Of(random, "exact", "at-least", "approximate") },
        FieldType.TextList => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => (JsonNode)Text(random))]),
        _ => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Object(field.ItemFields, random))]),
    };

    private static string Text(Random random) => Of(random, "甲", "乙", "丙|丁", "“戊”\n己", "𠮷 '%*\\");

    private static string Of(Random random, params string[] texts) => texts[random.Next(texts.Length)];
#pragma warning restore CA5394
}
