using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Entries;

/// <summary>Where an entry stands after a change.</summary>
public sealed record EntryState(Guid Id, string Kind, long Version, EntryStatus Status)
{
    public static EntryState Of(Entry entry, long version, EntryStatus status)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(entry.Id, Catalogue.KindOf(entry.Activity).Code, version, status);
    }
}
