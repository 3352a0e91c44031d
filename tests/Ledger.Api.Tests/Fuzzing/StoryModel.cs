using System.Text.Json;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>An entry or a matter as the story knows it.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Id">Its name in later steps.</param>
/// <param name="Kind">Its kind.</param>
internal sealed record Thing(int Unit, string Id, string Kind)
{
    public int Version { get; set; } = 1;

    /// <summary>The step that made it void; null while it stands.</summary>
    public int? Void { get; set; }

    /// <summary>Merged into another.</summary>
    public bool Merged { get; set; }

    /// <summary>A unit named in it said that it had no part.</summary>
    public bool Declined { get; set; }

    /// <summary>SHA-256 of what was attached.</summary>
    public List<string> Evidence { get; } = [];
}

/// <summary>What exists by now, as far as the answers told.</summary>
internal sealed class StoryModel
{
    public List<Thing> Entries { get; } = [];
    public List<Thing> Matters { get; } = [];
    public List<(int Unit, int Year, int Number)> Editions { get; } = [];
    public List<(int Unit, int Year, int Number)> Inspections { get; } = [];
    public List<(int Unit, int Year, string Key)> Hints { get; } = [];
    public List<(int Unit, string Id)> Feeds { get; } = [];
    public List<(int Unit, int Year, string Key)> Locked { get; } = [];

    /// <summary>What was previewed: the file, and the step that named its hash.</summary>
    public List<(byte[] File, string? ContentType, int Step)> Previews { get; } = [];

    public List<string> Tokens { get; } = [];
    public List<string> Accounts { get; } = [];
    public List<string> Rules { get; } = [];

    /// <summary>Steps that were accepted under a key of their own.</summary>
    public List<FuzzStep> Keyed { get; } = [];

    /// <param name="step">What was sent.</param>
    /// <param name="on">The entry or matter it was about.</param>
    /// <param name="got">What came back.</param>
    public void Learn(FuzzStep step, Thing? on, Got got)
    {
        if (step.StepsUp || got.Refused || got.Json is not { ValueKind: JsonValueKind.Object } json)
            return;
        var unit = FuzzWorld.UnitOf(step.Sender) ?? 0;
        var id = $"@@{step.Number}.id@@";
        if (on is not null && !step.Operation.Reads && json.TryGetProperty("version", out var version))
            on.Version = version.GetInt32();
        if (step.Headers.Any(h => h is { Name: "Idempotency-Key", Value.Length: > 0 }) && step.Repeats is null)
            Keyed.Add(step);
        switch (step.Operation.Id)
        {
            case var log when log.StartsWith("log-", StringComparison.Ordinal):
                Entries.Add(new(unit, id, log[4..]));
                break;
            case var open when open.StartsWith("open-", StringComparison.Ordinal):
                Matters.Add(new(unit, id, open[5..]));
                break;
            case "voidEntry" when step.Repeats is null:
                on!.Void = step.Number;
                break;
            case "mergeEntry" or "partEntry":
                on!.Merged = step.Operation.Id == "mergeEntry";
                break;
            case "declineJoint" or "acceptJoint" when on is not null:
                on.Declined = step.Operation.Id == "declineJoint";
                break;
            case "lockProse":
                var path = step.Target.Split('/');
                Locked.Add((unit, int.Parse(path[5], System.Globalization.CultureInfo.InvariantCulture), path[7]));
                break;
            case "previewImport":
                Previews.Add((step.Body!, step.ContentType, step.Number));
                break;
            case "attachEvidence" or "attachMatterEvidence":
                on!.Evidence.Add($"@@{step.Number}.sha256@@");
                break;
            case "freezeReport":
                Editions.Add((unit, json.GetProperty("year").GetInt32(), json.GetProperty("number").GetInt32()));
                break;
            case "drawSample":
                Inspections.Add((unit, json.GetProperty("year").GetInt32(), json.GetProperty("number").GetInt32()));
                break;
            case "getHints":
                Hints.AddRange(json.GetProperty("hints").EnumerateArray().Take(3).Select(h => (unit, json.GetProperty("year").GetInt32(), h.GetProperty("key").GetString()!)));
                break;
            case "issueFeed":
                Feeds.Add((unit, id));
                break;
            case "issueToken":
                Tokens.Add(id);
                break;
            case "createAccount":
                Accounts.Add($"@@{step.Number}.user@@");
                break;
            case "proposeRule":
                Rules.Add(id);
                break;
            default:
                break;
        }
    }
}
