using Wolverine.Http;
using Wolverine.Marten;

namespace Ledger.Bench.Bare;

/// <summary>The body and the event in one: the members of a legal service as the load generator sends them.</summary>
public sealed record ServiceNoted(
    DateOnly OccurredOn,
    string Title,
    string? Summary,
    string? Department,
    string? Place,
    IReadOnlyList<string>? Laws,
    string Service,
    string Adviser,
    decimal? Hours,
    bool? Adopted);

/// <summary>The stream of one note.</summary>
public sealed record Note(Guid Id);

public sealed record NoteReceipt : CreationResponse
{
    public NoteReceipt(Guid id) : base($"/notes/{id}") => Id = id;

    public Guid Id { get; }
}

public static class LogNote
{
    [WolverinePost("/notes")]
    [DeduplicatedWithResponse(DeduplicationScope.Endpoint, Required = false)]
    public static (NoteReceipt, IStartStream) Post(ServiceNoted noted)
    {
        var id = Guid.CreateVersion7();
        return (new NoteReceipt(id), MartenOps.StartStream<Note>(id, noted));
    }
}
