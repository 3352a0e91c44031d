using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Units;
using Ledger.Domain.Years;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;
using Wolverine.Marten;

namespace Ledger.Api.Entries;

/// <summary>What a logged entry is answered with.</summary>
public sealed record EntryReceipt : CreationResponse
{
    public EntryReceipt(string unit, Guid id, string kind, int version) : base($"/api/units/{unit}/entries/{id}")
    {
        Id = id;
        Kind = kind;
        Version = version;
    }

    public Guid Id { get; }
    public string Kind { get; }
    public int Version { get; }
}

/// <summary>Log an activity right after it happened: it starts the entry's stream.</summary>
public static class LogEntry
{
    public static async Task<(ProblemDetails, Activity?)> LoadAsync(
        string unit, string kind, HttpContext http, IDocumentSession session, KnownUnits units, TimeProvider clock, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return (http.UnknownUnit(unit), null);
        if (Catalogue.FindKind(kind) is not { } definition)
            return (http.Refuse(404, "unknown-kind", $"没有代码为“{kind}”的类别", $"There is no kind with the code '{kind}'"), null);
        if (definition.Group == KindGroup.H && !known.Enforcement)
            return (http.Refuse(422, "enforcement-off", $"{known.ShortName}没有行政执法职责，不登记“{definition.Name}”", $"The unit does not enforce law; '{definition.EnglishName}' is off"), null);
        var (json, malformed) = await SentJson.ReadAsync(http, ct);
        if (malformed is not null)
            return (malformed, null);
        var (activity, problems) = ActivityReader.Read(definition, json, ChinaCalendar.Today(clock));
        if (activity is null)
            return (http.Invalid(problems), null);
        if (activity.LateReason is null && await session.LoadAsync<Year>(Year.StreamOf(unit, activity.OccurredOn.Year), ct) is { Frozen: true })
            return (http.Invalid([Late(activity.OccurredOn.Year)]), null);
        problems = [.. JointRules.Check(activity, known, await units.PeersAsync(known, activity, ct), [])];
        return problems.Count > 0 ? (http.Invalid(problems), null) : (WolverineContinue.NoProblems, activity);
    }

    [WolverinePost("/api/units/{unit}/entries/{kind}")]
    [DeduplicatedWithResponse(DeduplicationScope.Endpoint, Required = false)]
    public static (EntryReceipt, IStartStream) Post(string unit, string kind, Activity activity, HttpContext http)
    {
        var id = EntryKey.Of(http) ?? Guid.CreateVersion7();
        return (new EntryReceipt(unit, id, kind, 1), MartenOps.StartStream<Entry>(id, activity));
    }

    internal static Problem Late(int year, string root = "") => new(
        $"{root}lateReason",
        $"{year} 年已冻结，补录须填写补录原因（lateReason）",
        $"The year {year} is frozen: a late entry needs a reason (lateReason)");
}
