using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Matters;
using Marten;

namespace Ledger.Api.Commands;

/// <summary>The lines of a journal that tell of matters, planted through the same guards as the API.</summary>
internal static class SeedMatter
{
    public static async Task<int> PlantAsync(
        IDocumentSession session, Guid id, SeedLine line, EvidenceAttached? file, Dictionary<string, long> reached, CancellationToken ct)
    {
        var stream = await session.Events.FetchForWriting<Matter>(id, ct);
        var matter = stream.Aggregate ?? new Matter();
        if (line.Do != "open" && matter.Taken.Count == 0)
            throw new InvalidDataException($"{line.Ref}: {line.Do} before open");
        // A step may make others state something else: how far a line reaches is known only while it is planted.
        var done = reached[line.Ref!] = reached.GetValueOrDefault(line.Ref!) + 1;
        if (Lines(matter) >= done)
            return 0;
        IReadOnlyList<object> events = file is not null
            ? [new MatterEvidenceAttached(line.Slot!, file.Sha256, file.FileName, file.MediaType, file.Size)]
            : line.Do == "open" ? [MatterChange.Open((MatterOpening)Read(MatterCatalogue.Find(line.Matter!)!.Opening, matter, line))]
            : matter.Take(Read(matter.Definition.FindStep(line.Step!)!, matter, line));
        var at = events.Select(e => SeedJournal.At(session, line, e)).ToArray();
        if (line.Do == "open")
            session.Events.StartStream<Matter>(id, at);
        else
            stream.AppendMany(at);
        return events.Count;
    }

    /// <summary>How many lines of the journal a matter holds: what its steps made others state anew is none of them.</summary>
    private static int Lines(Matter matter) => matter.Standing.Count() + matter.Evidence.Count;

    private static MatterStep Read(StepDefinition definition, Matter matter, SeedLine line)
    {
        var (step, problems) = MatterReader.Read(definition, line.Fields, ChinaCalendar.DayOf(line.At));
        var sent = JsonSerializer.SerializeToElement(new JsonObject { ["reasons"] = line.Reasons.ValueKind == JsonValueKind.Object ? JsonNode.Parse(line.Reasons.GetRawText()) : null });
        var (reasons, wrong) = MatterReader.Reasons(definition, sent);
        if (step is null || wrong.Count > 0)
            throw new InvalidDataException($"{line.Ref} {definition.Code}: " + string.Join("; ", problems.Concat(wrong).Select(p => $"{p.Path} {p.Message}")));
        var state = matter.Taken.Count == 0 ? MatterCatalogue.Find(definition.Matter)!.StateOf([]) : matter.State;
        var raised = Matter.Warns(state, step).Select(g => g.Code).ToHashSet();
        if (!raised.SetEquals(reasons.Keys))
            throw new InvalidDataException($"{line.Ref} {definition.Code}: warned of {string.Join(", ", raised)}, reasons for {string.Join(", ", reasons.Keys)}");
        return raised.Count == 0 ? step : step with { Reasons = reasons };
    }
}
