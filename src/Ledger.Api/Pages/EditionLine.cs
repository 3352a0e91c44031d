namespace Ledger.Api.Pages;

/// <summary>A frozen edition as the list shows it, without the text it froze.</summary>
public sealed record EditionLine(int Number, DateTimeOffset FrozenAt, string FiguresSha256, DateOnly IssuedOn, string? DocumentNumber);
