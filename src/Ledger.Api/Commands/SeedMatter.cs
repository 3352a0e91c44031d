using Ledger.Domain;
using Ledger.Domain.Matters;
using Marten;

namespace Ledger.Api.Commands;

/// <summary>Plants a step of a matter, read and stated as the API would; what the guards warn of is history and not asked about.</summary>
internal static class SeedMatter
{
    public static async Task<int> TakeAsync(IDocumentSession session, string unit, SeedLine line, Dictionary<string, long> reached, CancellationToken ct)
    {
        var id = DeterministicId.Of($"seed/{unit}/{line.Ref}");
        var stream = await session.Events.FetchForWriting<Matter>(id, ct);
        var step = Read(line);
        var events = stream.Aggregate is { } matter && reached.ContainsKey(line.Ref!) ? matter.Take(step) : [MatterChange.Open((MatterOpening)step)];
        // Counted as it was appended, so that planting twice finds each step there.
        var version = reached[line.Ref!] = reached.GetValueOrDefault(line.Ref!) + 1;
        if (stream.CurrentVersion >= version)
            return 0;
        if (stream.CurrentVersion is null or 0)
            session.Events.StartStream<Matter>(id, events.Select(e => SeedJournal.At(session, line, e)));
        else
            stream.AppendMany(events.Select(e => SeedJournal.At(session, line, e)));
        return events.Count;
    }

    private static MatterStep Read(SeedLine line)
    {
        var definition = MatterCatalogue.Find(line.Kind!)?.Steps.FirstOrDefault(s => s.Code == line.Step) ?? throw new InvalidDataException($"{line.Ref}: {line.Kind}/{line.Step}");
        var (step, problems) = MatterReader.Read(definition, line.Activity, ChinaCalendar.DayOf(line.At));
        return step ?? throw new InvalidDataException($"{line.Ref}: " + string.Join("; ", problems.Select(p => $"{p.Path} {p.Message}")));
    }
}
