using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Ledger.Documents.Sheets;

namespace Ledger.Api.Tables;

/// <summary>
/// Closes a table with how many rows it has, their SHA-256 and the event they are current to. The hash is over the heading
/// and the rows as CSV writes them, so it is the same for XLSX and CSV, and <c>tail -c +4 f.csv | head -n -3 | sha256sum</c>
/// finds it again.
/// </summary>
public static class SealedRows
{
    /// <summary>Begins each line of the seal, so that nobody takes it for data; imports pass over it.</summary>
    public const string Mark = "【表尾】";

    /// <param name="columns">The columns, whose headings are part of what is hashed.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="sequence">The last event the rows know of.</param>
    /// <param name="expected">How many rows there must be.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="InvalidDataException">It came to more or fewer rows than the store counted: no table is better than part of one.</exception>
    public static async IAsyncEnumerable<SheetRow> Of(
        IReadOnlyList<SheetColumn> columns, IAsyncEnumerable<IReadOnlyList<SheetCell>> rows, long sequence, long expected, [EnumeratorCancellation] CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add([.. columns.Select(c => SheetCell.Of(c.Heading))]);
        var count = 0L;
        await foreach (var row in rows.WithCancellation(ct))
        {
            Add(row);
            count++;
            yield return new SheetRow(row);
        }

        if (count != expected)
            throw new InvalidDataException($"{count} rows came of {expected}");
        yield return Line($"行数：{count.ToString(CultureInfo.InvariantCulture)}");
        yield return Line($"SHA-256：{Convert.ToHexStringLower(hash.GetHashAndReset())}");
        yield return Line($"截至事件序号：{sequence.ToString(CultureInfo.InvariantCulture)}");

        void Add(IReadOnlyList<SheetCell> cells) => hash.AppendData(Encoding.UTF8.GetBytes(CsvText.Line(cells)));
    }

    private static SheetRow Line(string text) => new([SheetCell.Of(Mark + text)], RowLook.Aside);
}
