using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Tests.Figures;

/// <summary>Random streams of entries of any kind – logged, corrected, voided – and the year books they must add up to.</summary>
internal static class AnyEntries
{
    public static Gen<IReadOnlyList<object>> Streams { get; } =
        Gen.Select(Gen.Int[0, Catalogue.Kinds.Count - 1], Gen.Int[1, 4], Gen.Bool, Gen.Int[0, int.MaxValue - 1], Stream);

    public static Dictionary<int, YearBook> Books(IEnumerable<object> events)
    {
        var books = new Dictionary<int, YearBook>();
        foreach (var e in events)
        {
            var year = YearBookEvents.YearOf(e)!.Value;
            var book = books.GetValueOrDefault(year) ?? YearBook.Empty(year);
            books[year] = e is EntryReversed reversed ? book.TakeBack(reversed.Activity) : book.Add((Activity)e);
        }

        return books;
    }

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

    private static Activity Any(KindDefinition kind, Random random) =>
        (Activity)Object(kind.Fields, random).Deserialize(kind.EventType, LedgerJson.Options)!;

    private static JsonObject Object(IEnumerable<FieldDefinition> fields, Random random) =>
        [.. fields.Where(f => f.Required || (f.Name != "jointUnits" && random.Next(4) > 0)).Select(f => KeyValuePair.Create(f.Name, Value(f, random)))];

    private static JsonNode? Value(FieldDefinition field, Random random) => field.Type switch
    {
        FieldType.Date => new DateOnly(2024, 1, 1).AddDays(random.Next(700)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
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
