using System.Text.Json.Nodes;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>A body that ought to be accepted, as far as document and story tell.</summary>
internal sealed class StepBody(ApiDocument document, Random random, StoryModel model, SchemaValues values)
{
    public JsonNode? Of(ApiOperation operation, StepTarget target, int unit, int number)
    {
        if (operation.Body is null)
            return null;
        var schema = Chosen(operation.Body, target.Schema);
        // What the document shows as an example is what people start from.
        var start = operation.Id == "checkEntry" ? document.Operations.FirstOrDefault(o => o.Id == $"log-{target.Schema}")?.Example : IsOneOfMany(operation.Body) ? null : operation.Example;
        var body = start is JsonObject example && random.Next(10) < 7 ? Varied(example, document.Follow(schema)) : values.Of(schema);
        if (body is JsonObject members && document.Follow(schema)["properties"]?["reasons"] is { } reasons && random.Next(10) < 7)
            members["reasons"] = new JsonObject((reasons["properties"]?.AsObject() ?? []).Select(r => KeyValuePair.Create(r.Key, values.Of(r.Value!))));
        if (body is JsonObject)
            Fit(body.AsObject(), operation, target, unit, number);
        return body;
    }

    private bool IsOneOfMany(JsonNode body) => document.Follow(body)["anyOf"] is not null;

    private static JsonNode Chosen(JsonNode body, string? named) =>
        named is null ? body : (body["anyOf"]?.AsArray() ?? []).FirstOrDefault(c => c!["$ref"]?.GetValue<string>().EndsWith($"/{named}", StringComparison.Ordinal) == true) ?? body;

    private JsonObject Varied(JsonObject example, JsonObject schema)
    {
        var body = example.DeepClone().AsObject();
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            var known = document.Follow(member!);
            if (body[name] is JsonValue text && text.TryGetValue<string>(out _) && known["enum"] is null && known["format"] is null && (known["maxLength"]?.GetValue<int>() ?? 99) >= 20)
                body[name] = values.Phrase(most: 20);
            else if (random.Next(8) == 0)
                body[name] = values.Of(member!);
        }

        return body;
    }

    /// <summary>Puts in what only the story knows: versions, ids, codes that are free.</summary>
    private void Fit(JsonObject body, ApiOperation operation, StepTarget target, int unit, int number)
    {
        foreach (var name in body.Select(m => m.Key).Concat(operation.Tag == "units" ? [] : ["version"]).Distinct().ToList())
        {
            body[name] = name switch
            {
                "version" when operation.Tag is "entries" or "matters" && target.On is { } on && (operation.Id is not ("declineJoint" or "acceptJoint")) && !operation.Id.StartsWith("log-", StringComparison.Ordinal) && !operation.Id.StartsWith("open-", StringComparison.Ordinal) => random.Next(12) == 0 ? random.Next(9) : on.Version,
                "occurredOn" or "issuedOn" => values.Day(),
                "activity" => Activity(body, target.On),
                "taken" => 1 + random.Next(target.On?.Version ?? 3),
                "into" or "entry" => model.Entries.Where(e => e != target.On && (e.Unit == unit || random.Next(20) == 0)).OrderBy(e => e.Kind == target.On?.Kind).Select(e => e.Id).LastOrDefault() ?? values.Uuid(),
                "figure" => "legal-service",
                "code" when operation.Id == "registerUnit" => $"fz@@n@@-{number}",
                "code" when operation.Id == "registerCounty" => $"fc@@n@@-{number}",
                "user" => operation.Id == "createAccount" ? $"fz@@n@@x{number}" : "nobody",
                "county" => "@@c@@",
                "sample" => false,
                "unit" when operation.Tag is "tokens" or "accounts" => random.Next(4) == 0 ? null : $"@@u{random.Next(3)}@@",
                "role" when operation.Tag is "tokens" or "accounts" => ((string[])["recorder", "reviewer", "head", "viewer", "county-reader", "system-admin", "nonsense"])[random.Next(7)],
                "jointUnits" when unit < 2 && body[name] is JsonArray => new JsonArray(new JsonObject { ["unit"] = $"@@u{1 - unit}@@", ["role"] = "participant" }),
                // The security administrator's list of keys shows it, whatever unit it is of.
                "name" when operation.Id == "issueFeed" => "值班手机日历",
                "fromYear" => 2027 + random.Next(5),
                "only" => null,
                "order" => ((string[])["standard", "themes", "nonsense"])[random.Next(3)],
                "sections" => null,
                "url" => "https://127.0.0.1:9/hook",
                "secret" => "0123456789abcdef0123456789abcdef",
                "key" when model.Hints.Where(h => h.Unit == unit).ToList() is { Count: > 0 } known => known[random.Next(known.Count)].Key,
                _ => body[name]?.DeepClone(),
            };
            if (body[name] is null)
                body.Remove(name);
        }
    }

    private JsonNode? Activity(JsonObject body, Thing? on)
    {
        var operation = document.Operations.FirstOrDefault(o => o.Id == $"log-{on?.Kind}");
        return operation is null ? body["activity"]?.DeepClone() : Varied(operation.Example!.AsObject(), document.Follow(operation.Body!));
    }
}
