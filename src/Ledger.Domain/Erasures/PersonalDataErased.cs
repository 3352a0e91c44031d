using Ledger.Domain.Kinds;

namespace Ledger.Domain.Erasures;

/// <summary>A member of an event that says something else since: where, and the hash of what stands there now.</summary>
/// <param name="Seq">Sequence number of the event.</param>
/// <param name="Path">JSON pointer to the member, or <c>by</c> for who recorded the event.</param>
/// <param name="Sha256"><c>sha-256:</c> and the hash of the JSON text that stands in its place.</param>
public sealed record ErasedMember(
    long Seq,
    [property: Holds(Personal.Nothing)] string Path,
    [property: Holds(Personal.Nothing)] string Sha256);

/// <summary>
/// A person's name was taken out of a unit's events (个人信息删除). The event says where and why and never whom; a stand-in
/// stands wherever the name stood, so that what was told apart by names still is.
/// </summary>
/// <param name="StandIn">What stands in the name's place, made by chance.</param>
/// <param name="Reason">Why.</param>
/// <param name="OrderedBy">Account that asked for it.</param>
/// <param name="ApprovedBy">Account that carried it out: another one, or whoever works at the data folder itself.</param>
/// <param name="Members">Every sealed member that was changed.</param>
/// <param name="Seal">A note signed by the log's key over all of the above: nobody orders it by writing into the database.</param>
public sealed record PersonalDataErased(
    [property: Holds(Personal.Nothing)] string StandIn,
    [property: Holds(Personal.Nothing)] string Reason,
    [property: Holds(Personal.Nothing)] string OrderedBy,
    [property: Holds(Personal.Nothing)] string ApprovedBy,
    IReadOnlyList<ErasedMember> Members,
    [property: Holds(Personal.Nothing)] string Seal);

/// <summary>The stream of one erasure: its one event says all.</summary>
public sealed record Erasure
{
    public Guid Id { get; init; }
}
