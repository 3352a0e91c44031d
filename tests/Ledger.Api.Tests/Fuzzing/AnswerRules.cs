using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>A broken rule: its name, and what was seen.</summary>
internal sealed record Fault(string Rule, string Seen);

/// <summary>What holds of every answer, whatever was asked.</summary>
internal static partial class AnswerRules
{
    public static IEnumerable<Fault> Check(FuzzStep step, Got got, FuzzWorld world, ApiDocument document)
    {
        // Not HTTP: the server says so itself, and in no words.
        if (step.Target.Split('?')[0].Contains("%00", StringComparison.Ordinal) && got is { Status: 400, Bytes.Length: 0 })
            yield break;
        var operation = document.Find(step.Method, step.Operation.Path) ?? step.Operation;
        var described = step.Method == operation.Method ? operation.Answers.GetValueOrDefault(got.Status) : null;
        if (got.Status >= 500)
            yield return new("no 5xx", $"{got.Status} {Short(got.Text)}");
        else if (described is null && !step.StepsUp && !(step.Method != operation.Method && got.Status is 400 or 401 or 403 or 404 or 405 or 413) && !(got.Status == 404 && got.Text.Contains(":not-found", StringComparison.Ordinal)))
            yield return new("a documented status", $"{got.Status} {Short(got.Text)}");
        else if (described is not null && !step.StepsUp)
        {
            if (described.Schemas.Count == 0 ? got.Bytes.Length > 0 : got.MediaType is null || !described.Schemas.ContainsKey(got.MediaType))
                yield return new("the documented content type", $"{got.Status} {got.MediaType}");
            else if (got.MediaType is not null && described.Schemas[got.MediaType] is { } schema && (got.Json is { } json ? document.Check(schema, json) : "no JSON") is { } wrong)
                yield return new("valid against the documented schema", $"{got.Status} {wrong} {Short(got.Text)}");
            if (got.Status == 201 && string.IsNullOrEmpty(got.Location))
                yield return new("201 says where", Short(got.Text));
        }

        if (got.Refused && got.MediaType != "application/problem+json" && described is null)
            yield return new("a refusal is problem+json", $"{got.Status} {got.MediaType}");
        if (world.Foreign(step.Sender).FirstOrDefault(m => Holds(got, m.Marker)) is { Marker: not null } leak)
            yield return new("nothing of another unit", $"{leak.Unit} in {Short(got.Text)}");
        if (step.Forbidden is { } forbidden && !step.StepsUp && !got.Refused && (forbidden.After is not { } after || world.Succeeded(after)))
            yield return new($"refused: {forbidden.Why}", $"{got.Status} {Short(got.Text)}");
        if ((got.Refused || operation.Reads) && (got.Events != 0 || got.Kept != 0))
            yield return new("a refusal or a read leaves nothing", $"{got.Status} left {got.Events} events, {got.Kept} rows");
        if (step.Repeats is { } first && world.Succeeded(first) && (got.Refused || got.Events != 0 || got.Kept != 0))
            yield return new("a repeated key replays the first answer", $"{got.Status} {Short(got.Text)}");
        if (world.Elsewhere(step, got) is { } other)
            yield return new("writes in its own unit alone", other);
        if (!got.Refused && !step.StepsUp && step is { Readable: true, Repeats: null } && operation.BodySchema is { } body && BodyFault(step, world, body, document) is { } lax)
            yield return new("what is accepted is described", lax);
    }

    private static string? BodyFault(FuzzStep step, FuzzWorld world, string schema, ApiDocument document)
    {
        try
        {
            // What is null counts as left out; a whole body that is null leaves everything out.
            var body = JsonNode.Parse(step.Filled(world.Name)!) ?? new JsonObject();
            // A member that nobody reads may hold half a character, which is JSON and no text.
            return HalfCharacter().IsMatch(Encoding.Latin1.GetString(step.Body!)) ? null : document.Check(schema, JsonSerializer.SerializeToElement(WithoutNulls(body)));
        }
        catch (JsonException)
        {
            return "accepted what is no JSON";
        }
        catch (ArgumentException)
        {
            return "accepted a member that stands there twice";
        }
    }

    private static JsonNode? WithoutNulls(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Key, WithoutNulls(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutNulls)]),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F]")]
    private static partial Regex HalfCharacter();

    private static bool Holds(Got got, string marker) => got.Text.Contains(marker, StringComparison.Ordinal)
        || (got.Bytes is [(byte)'P', (byte)'K', ..] && Unpacked(got.Bytes).Any(t => t.Contains(marker, StringComparison.Ordinal)));

    private static IEnumerable<string> Unpacked(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            yield return reader.ReadToEnd();
        }
    }

    private static string Short(string text) => text.Length <= 300 ? text : text[..300] + "…";
}
