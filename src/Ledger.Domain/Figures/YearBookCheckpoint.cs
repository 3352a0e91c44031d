namespace Ledger.Domain.Figures;

/// <summary>A book as it stood at one sequence number; kept so that the past can be read without replaying all of it.</summary>
public sealed record YearBookCheckpoint
{
    public required string Id { get; init; }
    public required string Year { get; init; }
    public required long Sequence { get; init; }
    public required YearBook Book { get; init; }

    public static YearBookCheckpoint Of(YearBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return new() { Id = $"{book.Id}/{book.Sequence}", Year = book.Id, Sequence = book.Sequence, Book = book };
    }
}
