namespace Ledger.Documents.Fonts;

/// <summary>
/// Entries by number, most numbers without one: an array of pages that are made when they are needed. Safe to read while
/// another thread writes; those who write take turns.
/// </summary>
/// <remarks>The framework's dictionaries over numbers are compiled anew in every process; this is compiled ahead of time.</remarks>
internal sealed class SparseTable<T>
    where T : class
{
    private const int PageBits = 8, PageSize = 1 << PageBits, HighestNumber = 0x10FFFF;

    private readonly T?[]?[] pages = new T?[(HighestNumber >> PageBits) + 1][];

    public T? this[int number]
    {
        get => pages[number >> PageBits]?[number & (PageSize - 1)];
        set
        {
            var page = pages[number >> PageBits] ?? new T?[PageSize];
            page[number & (PageSize - 1)] = value;
            Volatile.Write(ref pages[number >> PageBits], page);
        }
    }

    /// <summary>All entries, by ascending number.</summary>
    public List<T> Entries()
    {
        var entries = new List<T>();
        foreach (var page in pages)
        {
            if (page is null) continue;
            foreach (var entry in page)
            {
                if (entry is not null) entries.Add(entry);
            }
        }

        return entries;
    }
}
