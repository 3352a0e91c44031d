using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Domain;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Tests.Importing;

/// <summary>Random activities of a kind that the ledger takes from a unit on its own, with texts that are hard on spreadsheets.</summary>
internal static class AnyActivity
{
    private static readonly string[] Texts =
        ["甲村", "乙、丙", "“戊”\n己", "=1+1", "-5", "＝SUM(A1)", "'引号", "\"双引号\"", "甲；乙", "007", "110101199003072316", "_x0041_", "𠮷<&>", "丙 丁", "2023-05-03", "3.5"];

#pragma warning disable CA5394 // the seed comes from the generator, so that a failure can be shown again
    public static JsonObject Of(KindDefinition kind, int seed)
    {
        for (var random = new Random(seed); ;)
        {
            var sent = Object(kind.Fields, random);
            if (ActivityReader.Read(kind, JsonSerializer.SerializeToElement(sent, LedgerJson.Options), new DateOnly(2026, 1, 1)).Activity is not null)
                return sent;
        }
    }

    private static JsonObject Object(IReadOnlyList<FieldDefinition> fields, Random random)
    {
        var sent = new JsonObject();
        foreach (var field in fields.Where(f => f.Required || (f.Name != "jointUnits" && random.Next(3) > 0)))
            sent[field.Name] = Value(field, random);
        // What may not exceed something else is left out where it does.
        foreach (var field in fields.Where(f => f.AtMost is not null && !f.Required && sent.ContainsKey(f.AtMost!)))
            sent.Remove(field.Name);
        sent.Remove("endedOn");
        return sent;
    }

    private static JsonNode? Value(FieldDefinition field, Random random) => field.Type switch
    {
        FieldType.Date => new DateOnly(2023, 1, 1).AddDays(random.Next(365)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Int => Between(field.Limits, random, 100_000),
        FieldType.Decimal when field.Limits.Step > 0 => random.Next(1, 100) * (decimal)field.Limits.Step,
        FieldType.Decimal => random.Next(1, 1_000_000) / 100m,
        FieldType.Text => Text(field, random),
        FieldType.Code => field.Options[random.Next(field.Options.Count)].Code,
        FieldType.Bool => random.Next(2) == 0,
        FieldType.Count when random.Next(2) == 0 => Between(field.Limits, random, 1000),
        FieldType.Count => new JsonObject { ["value"] = Between(field.Limits, random, 1000), ["precision"] = random.Next(2) == 0 ? "at-least" : "approximate" },
        FieldType.TextList => new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (JsonNode)Text(field, random))]),
        _ => new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Object(field.ItemFields, random))]),
    };

    private static int Between(FieldAttribute limits, Random random, int most) =>
        random.Next((int)limits.Min, (int)Math.Min(double.IsNaN(limits.Max) ? most : limits.Max, most) + 1);

    private static string Text(FieldDefinition field, Random random)
    {
        var text = Texts[random.Next(Texts.Length)];
        return field.Limits.Without.Length > 0 ? string.Concat(text.Where(c => !field.Limits.Without.Contains(c, StringComparison.Ordinal))) : text;
    }
#pragma warning restore CA5394
}
