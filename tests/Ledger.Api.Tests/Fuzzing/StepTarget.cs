using System.Globalization;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>Where a request goes: the path's and the query's parameters, right ones mostly, others' or none's now and then.</summary>
internal sealed class StepTarget(Random random, StoryModel model, SchemaValues values)
{
    private static readonly string[] Odd =
    [
        "0", "-1", "1.5", "99999999999999999999", "1e3", "NaN", "null", "%00", "a%00b", "%ff%fe", "%ed%a0%80", "%2e%2e", "..%2f..%2fetc", "%252e", "%", "%zz", "%20", "%E5%AD%97", "a b".Replace(" ", "+", StringComparison.Ordinal),
        "'%20or%201=1", "%3Cscript%3E", "{id}", "%7B%7D", "00000000-0000-0000-0000-000000000000", "0199A000-0000-7000-8000-00000000000g", "2023-02-29", "9999-12-31", "0001-01-01T00:00:00Z", "2023-06-30T18:00:00%2B08:00", "latest", "draft", "true", ",", ",,legal-service,,", "%E2%80%AE",
    ];

    private static readonly string[] Figures = ["legal-service", "law-study", "law-study-attendance-rate", "litigations", "law-outreach", "law-outreach-audience", "enterprise-service", "contracts-reviewed", "other-work:%E6%AC%A1"];

    /// <summary>The unit of the path; null where it is none of the story's.</summary>
    public int? Unit { get; private set; }

    public Thing? On { get; private set; }

    /// <summary>Why it must be refused whoever asks.</summary>
    public Forbidden? Forbidden { get; private set; }

    public int Year { get; private set; } = 2023;

    /// <summary>The file to confirm the import of; null where none was previewed.</summary>
    public (byte[] File, string? ContentType, int Step)? Preview { get; private set; }

    /// <summary>Name of the schema that the body has to be of, where the path says which of many.</summary>
    public string? Schema { get; private set; }

    public (string Address, Thing? On) Of(ApiOperation operation, int unit)
    {
        var path = operation.Path;
        Unit = unit;
        foreach (var parameter in operation.Parameters.Where(p => p.In == "path"))
            path = path.Replace($"{{{parameter.Name}}}", random.Next(100) < 4 ? Oddly(parameter.Name) : Right(operation, parameter, unit), StringComparison.Ordinal);
        var query = operation.Parameters.Where(p => p.In == "query" && (p.Required || random.Next(10) < 4)).SelectMany(p => Queried(operation, p, unit)).ToList();
        if (random.Next(50) == 0)
            query.Add($"unbekannt={Odd[random.Next(Odd.Length)]}");
        return (query.Count == 0 ? path : $"{path}?{string.Join('&', query)}", On);
    }

    private string Oddly(string name)
    {
        if (name == "unit")
            Unit = null;
        return random.Next(20) == 0 ? new string('a', 3_000) : Odd[random.Next(Odd.Length)];
    }

    private IEnumerable<string> Queried(ApiOperation operation, ApiParameter parameter, int unit)
    {
        yield return $"{parameter.Name}={(random.Next(5) == 0 ? Odd[random.Next(Odd.Length)] : Right(operation, parameter, unit))}";
        if (random.Next(40) == 0)
            yield return $"{parameter.Name}={Odd[random.Next(Odd.Length)]}";
    }

    private string Right(ApiOperation operation, ApiParameter parameter, int unit) => parameter.Name switch
    {
        "unit" or "of" => $"@@u{Unit = OneOfStory(unit)}@@",
        "county" => "@@c@@",
        "year" when parameter.In == "path" => $"{Year = YearOf(operation, unit)}",
        "id" => Id(operation, unit),
        "kind" when operation.Id == "checkEntry" => Schema = values.Of(parameter.Schema)!.GetValue<string>(),
        "step" when On is { } matter && Steps(operation, matter) is { Count: > 0 } steps => (Schema = Pick(steps))[(matter.Kind.Length + 1)..],
        "kind" when operation.Id is "previewImport" or "confirmImport" && random.Next(10) < 8 => "legal-service",
        "sha256" when operation.Id == "confirmImport" && model.Previews.Count > 0 => $"@@{(Preview = Pick(model.Previews)).Value.Step}.sha256@@",
        "sha256" => On is { Evidence.Count: > 0 } on ? Pick(on.Evidence) : new string('0', 64),
        "user" => model.Accounts.Count > 0 ? Pick(model.Accounts) : "nobody",
        "code" or "figure" or "figures" => Pick(Figures),
        "key" when operation.Id == "unlockProse" && model.Locked.FindLast(l => l.Unit == unit && l.Year == Year) is { Key: { } locked } => locked,
        "key" => Pick((string[])["preamble", "leadership", "closing", "problems", "plan"]),
        "number" => Number(operation, unit),
        "template" => Pick((string[])["annual", "law-study"]),
        "asOf" => Pick((string[])[values.Day(), $"{random.Next(500)}", $"{values.Day()}T12:00:00Z"]),
        "edition" => Pick((string[])["1", "2", "latest", "draft"]),
        "feed" => "ledger_0123456789ab_x",
        "q" => Uri.EscapeDataString(Pick((string[])["律师", "a%", "_", "\\", "普法 宣传"])),
        _ => Uri.EscapeDataString(values.Of(parameter.Schema)?.ToString() ?? ""),
    };

    private static List<string> Steps(ApiOperation operation, Thing matter) =>
        [.. (operation.Body?["anyOf"]?.AsArray() ?? []).Select(c => c!["$ref"]!.GetValue<string>().Split('/')[^1]).Where(n => n.StartsWith($"{matter.Kind}-", StringComparison.Ordinal))];

    private int OneOfStory(int unit) => random.Next(15) == 0 ? random.Next(FuzzWorld.Units) : unit;

    private int YearOf(ApiOperation operation, int unit)
    {
        var known = (operation.Id switch
        {
            "unlockProse" => model.Locked.Select(l => (l.Unit, l.Year)),
            "dismissHint" => model.Hints.Select(h => (h.Unit, h.Year)),
            _ => (operation.Tag == "inspections" && operation.Id != "drawSample" ? model.Inspections : model.Editions).Select(e => (e.Unit, e.Year)),
        }).Where(e => e.Unit == unit).ToList();
        return known.Count > 0 && random.Next(5) > 0 ? Pick(known).Year : 2022 + random.Next(10) switch { 0 => 0, 1 => 2, _ => 1 };
    }

    private string Number(ApiOperation operation, int unit)
    {
        var known = (operation.Tag == "inspections" ? model.Inspections : model.Editions).Where(e => e.Unit == unit && e.Year == Year).ToList();
        return (known.Count > 0 ? Pick(known).Number : 1).ToString(CultureInfo.InvariantCulture);
    }

    private string Id(ApiOperation operation, int unit)
    {
        if (operation.Tag == "tokens")
            return model.Tokens.Count > 0 ? Pick(model.Tokens) : "0123456789ab";
        if (operation.Tag == "calendar")
            return model.Feeds.Where(f => f.Unit == unit).Select(f => f.Id).LastOrDefault() ?? "0123456789ab";
        if (operation.Tag == "counting-rules")
            return model.Rules.Count > 0 ? Pick(model.Rules) : values.Uuid();
        var (right, other) = operation.Path.Contains("/matters/", StringComparison.Ordinal) ? (model.Matters, model.Entries) : (model.Entries, model.Matters);
        var mine = Apt(operation, [.. right.Where(e => operation.Path.Contains("/joint/", StringComparison.Ordinal) ? e.Unit + unit == 1 : e.Unit == unit)]);
        return random.Next(20) switch
        {
            0 when other.Where(t => t.Unit == unit).ToList() is { Count: > 0 } wrongly => About(Pick(wrongly), new("an id of something else")),
            1 when right.Where(t => t.Unit != unit).ToList() is { Count: > 0 } theirs => About(Pick(theirs), operation.Path.Contains("/joint/", StringComparison.Ordinal) ? null : new("an id of another unit's")),
            2 => values.Uuid(),
            < 6 when mine.Where(t => t.Void is not null).ToList() is { Count: > 0 } gone => About(Pick(gone), null),
            _ when mine.Count > 0 => About(Pick(mine), null),
            _ => values.Uuid(),
        };

        string About(Thing thing, Forbidden? why)
        {
            On = thing;
            // What is shared between units may be read by both.
            if (why is not null && !(operation.Reads && thing.Unit < 2 && unit < 2))
                Forbidden = why;
            if (why is null && thing.Void is { } step && operation.Id is "correctEntry" or "voidEntry" or "confirmEntry")
                Forbidden = thing.Void is null ? null : new("a void entry", thing.Void);
            return thing.Id;
        }
    }

    /// <summary>Those that the operation can do something with, if there are any.</summary>
    private static List<Thing> Apt(ApiOperation operation, List<Thing> mine)
    {
        var apt = operation.Id switch
        {
            "mergeEntry" => mine.Where(e => !e.Merged && e.Void is null && mine.Exists(o => o != e && o.Kind == e.Kind && !o.Merged && o.Void is null)),
            "partEntry" => mine.Where(e => e.Merged),
            "acceptJoint" => mine.Where(e => e.Declined),
            "getEvidence" or "getMatterEvidence" => mine.Where(e => e.Evidence.Count > 0),
            _ => [],
        };
        return apt.ToList() is { Count: > 0 } found ? found : mine;
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
