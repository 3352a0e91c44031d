using System.Text.Json;
using Ledger.Api.Entries;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Units;
using Ledger.Domain.Years;
using Marten;

namespace Ledger.Api.Commands;

/// <summary>
/// Plants a journal line by line through the same rules as the API, each line a commit with its own time and author.
/// Ids come from the journal's refs, so that planting twice finds everything there already.
/// </summary>
public static class SeedJournal
{
    public sealed record Planted(string Unit, int Events, int Skipped);

    public static async Task<Planted> PlantAsync(IDocumentStore store, EvidenceStore evidence, string folder, CancellationToken ct)
    {
        var unit = JsonSerializer.Deserialize<RegisterUnit>(await File.ReadAllTextAsync(Path.Combine(folder, "unit.json"), ct), LedgerJson.Options)!;
        // Entries and matters in the order in which they were recorded.
        var lines = (await ReadAsync(folder, "entries.jsonl", ct)).Concat(await ReadAsync(folder, "matters.jsonl", ct)).OrderBy(l => l.At).ToList();
        var (events, skipped) = (0, 0);
        var reached = new Dictionary<string, long>();
        foreach (var line in lines)
        {
            await using var session = store.LightweightSession(unit.Code!);
            session.LastModifiedBy = line.By;
            var added = await PlantAsync(session, evidence, unit.Code!, folder, line, reached, ct);
            await session.SaveChangesAsync(ct);
            events += added;
            skipped += added == 0 ? 1 : 0;
        }

        // Last, so that a planting that was broken off is finished by the next start.
        await RegisterAsync(store, unit with { Sample = true }, ct);
        return new Planted(unit.Code!, events, skipped);
    }

    private static async Task<IEnumerable<SeedLine>> ReadAsync(string folder, string name, CancellationToken ct) =>
        File.Exists(Path.Combine(folder, name))
            ? (await File.ReadAllLinesAsync(Path.Combine(folder, name), ct)).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<SeedLine>(l, LedgerJson.Options)!)
            : [];

    private static async Task RegisterAsync(IDocumentStore store, RegisterUnit unit, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<Unit>(unit.Code!, ct) is not null)
            return;
        RegisterUnitEndpoint.Register(session, unit);
        await session.SaveChangesAsync(ct);
    }

    // reached: version of each entry's stream behind the lines so far: a stream that is further has this line.
    private static async Task<int> PlantAsync(IDocumentSession session, EvidenceStore evidence, string unit, string folder, SeedLine line, Dictionary<string, long> reached, CancellationToken ct)
    {
        if (line.Do == "nil")
            return await ConfirmNilAsync(session, unit, line, ct);
        if (line.Do == "step")
            return await SeedMatter.TakeAsync(session, unit, line, reached, ct);
        var id = DeterministicId.Of($"seed/{unit}/{line.Ref}");
        var stream = await session.Events.FetchForWriting<Entry>(id, ct);
        var version = reached[line.Ref!] = reached.GetValueOrDefault(line.Ref!) + (line.Do == "correct" ? 2 : 1);
        if (stream.CurrentVersion >= version)
            return 0;
        if (line.Do == "log")
        {
            var kind = Catalogue.FindKind(line.Kind!) ?? throw new InvalidDataException($"{line.Ref}: {line.Kind}");
            session.Events.StartStream<Entry>(id, At(session, line, Read(kind, line)));
            return 1;
        }

        var entry = stream.Aggregate ?? throw new InvalidDataException($"{line.Ref}: {line.Do} before log");
        IReadOnlyList<object> events = line.Do switch
        {
            "correct" => entry.Correct(Read(Catalogue.KindOf(entry.Activity), line), ReasonOf(line), line.Reason!),
            "void" => [entry.Void(ReasonOf(line), line.Reason!)],
            "evidence" => [await KeepAsync(evidence, folder, line, ct)],
            _ => throw new InvalidDataException($"{line.Ref}: {line.Do}"),
        };
        stream.AppendMany(events.Select(e => At(session, line, e)));
        return events.Count;
    }

    private static async Task<int> ConfirmNilAsync(IDocumentSession session, string unit, SeedLine line, CancellationToken ct)
    {
        var year = ChinaCalendar.DayOf(line.At).AddMonths(-6).Year;
        var id = Year.StreamOf(unit, year);
        var stream = await session.Events.FetchForWriting<Year>(id, ct);
        if (stream.Events.Count == 0 && stream.CurrentVersion is > 0 && await ConfirmedAsync(session, id, line.Figure!, ct))
            return 0;
        var nil = At(session, line, new NilReturnConfirmed(year, line.Figure!, line.By, line.Reason!));
        if (stream.Aggregate is null)
            session.Events.StartStream<Year>(id, nil);
        else
            stream.AppendOne(nil);
        return 1;
    }

    private static async Task<bool> ConfirmedAsync(IDocumentSession session, Guid id, string figure, CancellationToken ct) =>
        (await session.Events.FetchStreamAsync(id, token: ct)).Any(e => e.Data is NilReturnConfirmed nil && nil.Figure == figure);

    private static async Task<EvidenceAttached> KeepAsync(EvidenceStore evidence, string folder, SeedLine line, CancellationToken ct)
    {
        await using var file = File.OpenRead(Path.Combine(folder, line.File!));
        var (kept, fault) = await evidence.KeepAsync(file, ct);
        return kept is null
            ? throw new InvalidDataException($"{line.Ref}: {line.File}: {fault}")
            : new EvidenceAttached(kept.Sha256, line.Name!, kept.Type.MediaType, kept.Size);
    }

    private static Activity Read(KindDefinition kind, SeedLine line)
    {
        var (activity, problems) = ActivityReader.Read(kind, line.Activity, ChinaCalendar.DayOf(line.At));
        return activity ?? throw new InvalidDataException($"{line.Ref}: " + string.Join("; ", problems.Select(p => $"{p.Path} {p.Message}")));
    }

    private static ReversalReason ReasonOf(SeedLine line) =>
        Enum.GetValues<ReversalReason>().First(r => Codes.Of(r) == (line.ReasonCode ?? "other"));

    internal static object At(IDocumentSession session, SeedLine line, object data)
    {
        var e = session.Events.BuildEvent(data);
        e.Timestamp = line.At.ToUniversalTime();
        return e;
    }
}
