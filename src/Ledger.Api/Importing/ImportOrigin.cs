using System.Globalization;

namespace Ledger.Api.Importing;

/// <summary>Where an imported entry came from, as its event's causation says it: <c>import:SHA-256#row</c>.</summary>
public sealed record ImportOrigin(string Sha256, int Row)
{
    private const string Scheme = "import:";

    public static string Of(string sha256, int row) => string.Create(CultureInfo.InvariantCulture, $"{Scheme}{sha256}#{row}");

    /// <summary>Null for an event that something else caused.</summary>
    public static ImportOrigin? Read(string? causation) =>
        causation?.StartsWith(Scheme, StringComparison.Ordinal) == true && causation.Split('#') is [var file, var row] && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ImportOrigin(file[Scheme.Length..], number)
            : null;
}
