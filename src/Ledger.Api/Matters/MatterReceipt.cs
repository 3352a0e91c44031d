using Ledger.Domain.Matters;
using Wolverine.Http;

namespace Ledger.Api.Matters;

/// <summary>What an opened matter is answered with.</summary>
public sealed record MatterReceipt : CreationResponse
{
    public MatterReceipt(string unit, Guid id, string kind, int version) : base($"/api/units/{unit}/matters/{id}")
    {
        Id = id;
        Kind = kind;
        Version = version;
    }

    public Guid Id { get; }
    public string Kind { get; }
    public int Version { get; }
}

/// <summary>Where a matter stands after a change.</summary>
/// <param name="Id">The matter.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Version">Of the stream with the change; the next one is made from this.</param>
/// <param name="Status">In words.</param>
/// <param name="EnglishStatus">The same in English.</param>
/// <param name="Open">Whether it goes on.</param>
/// <param name="Next">The step that usually comes now.</param>
public sealed record MatterMoved(Guid Id, string Kind, long Version, string Status, string EnglishStatus, bool Open, StepName? Next)
{
    /// <summary>The matter with the events that are being appended to it.</summary>
    public static MatterMoved Of(Matter matter, IReadOnlyList<object> events)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(events);
        var card = MatterCard.Of(events.Aggregate(matter, (m, data) => m.With(data)));
        return new(card.Id, card.Kind, card.Version, card.Status, card.EnglishStatus, card.Open, card.Next);
    }
}
