namespace Ledger.Api.Tests.Fuzzing;

/// <summary>Makes up the next request of a story: a right one, or one that is wrong on purpose in one way.</summary>
internal sealed class StepMaker(ApiDocument document, Random random, StoryModel model)
{
    /// <summary>Half of what is sent is meant to succeed.</summary>
    private bool Wrong(int percent) => random.Next(100) < percent;

    public (FuzzStep Step, Thing? On) Make(int number, ApiOperation operation)
    {
        if (model.Keyed.Count > 0 && Wrong(2))
        {
            var first = Pick(model.Keyed);
            return (first with { Number = number, Repeats = first.Number, Forbidden = null }, null);
        }

        var (sender, forbidden) = Sender(operation);
        var unit = FuzzWorld.UnitOf(sender) ?? random.Next(2);
        var values = new SchemaValues(document, random, FuzzWorld.UnitOf(sender) is null ? "无" : $"@@m{unit}@@");
        var target = new StepTarget(random, model, values);
        var (address, on) = target.Of(operation, unit);
        forbidden ??= target.Forbidden;
        if (FuzzWorld.UnitOf(sender) is { } own && target.Unit is { } named && named != own && operation.Roles is not null)
            forbidden = new("a unit of others");
        if (sender == "county-reader" && operation.OfUnit && target.Unit == 2)
            forbidden = new("a unit of another county");
        var step = new FuzzStep(number, operation, sender, Wrong(1) ? ((string[])["PATCH", "PUT", "DELETE", "POST"])[random.Next(4)] : operation.Method, $"@@at@@{address}") { Forbidden = forbidden, Headers = Headers(operation, number) };
        if (step.Method != operation.Method)
            step = step with { Forbidden = null };
        if (operation.Reads)
            return (step, on);
        if (operation.Uploads)
        {
            var (upload, type) = target.Preview is { } seen && !Wrong(20) ? (seen.File, seen.ContentType) : new FuzzUploads(random, $"@@m{unit}@@").Next(operation);
            return (step with { Body = upload, ContentType = type }, on);
        }

        var good = new StepBody(document, random, model, values).Of(operation, target, unit, number);
        if (good is null && !Wrong(20))
            return (step, on);
        var body = Wrong(35) ? SpoiledBody.Of(good, random) : SpoiledBody.Of(good);
        return (step with { Body = body.Bytes, ContentType = body.ContentType, Readable = body.Readable }, on);
    }

    /// <summary>Somebody whose role fits, or in one of eight cases anybody.</summary>
    private (string, Forbidden?) Sender(ApiOperation operation)
    {
        var fitting = FuzzWorld.Senders.Where(s => operation.Roles?.Contains(FuzzWorld.RoleOf(s)) ?? true).ToList();
        if (fitting.Count > 0 && !Wrong(12))
        {
            // Most of it happens in one unit, or there would be too little in each to go wrong with.
            var first = fitting.Where(s => FuzzWorld.UnitOf(s) == 0).ToList();
            return (Pick(first.Count > 0 && !Wrong(25) ? first : fitting), null);
        }

        var sender = Pick(FuzzWorld.Senders.ToList());
        var open = operation.Public || operation.Roles is null || operation.Roles.Contains(FuzzWorld.RoleOf(sender));
        // Who shows nothing is a guest on this machine, and sees what is open to guests.
        return (sender, open || (sender == "nobody" && !operation.OfUnit) ? null : new Forbidden($"not for {FuzzWorld.RoleOf(sender)}"));
    }

    private List<(string, string)> Headers(ApiOperation operation, int number)
    {
        var headers = new List<(string, string)>();
        if (operation.Parameters.Any(p => p.Name == "Idempotency-Key") && Wrong(30))
            headers.Add(("Idempotency-Key", random.Next(12) switch { 0 => "", 1 => new string('k', 4_000), 2 => "键\u00e9", 3 => "same@@n@@", _ => $"key@@n@@-{number}" }));
        if (Wrong(10))
            headers.Add(("Accept-Language", ((string[])["en", "en-GB;q=0.9, zh", "xx", ";;;q=z", "*", new string('e', 500)])[random.Next(6)]));
        if (Wrong(3))
            headers.Add(("Accept", ((string[])["text/html", "application/xml", "nonsense", "*/*;q=0"])[random.Next(4)]));
        return headers;
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
