using Ledger.Api.Tables;
using Ledger.Documents.Sheets;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Importing;

/// <summary>Which row of a sheet is its heading, and which column is which field.</summary>
/// <param name="Row">The row's number; titles and merged banners above it are passed over.</param>
/// <param name="Columns">Column from A = 0 → what stands in it.</param>
/// <param name="Unknown">Headings that are no field of the kind.</param>
/// <param name="Missing">Fields that must be filled in and have no column.</param>
/// <param name="Twice">Headings that stand over more than one column.</param>
internal sealed record ImportHeadings(
    int Row,
    IReadOnlyDictionary<int, ActivityColumn> Columns,
    IReadOnlyList<(int Column, string Heading)> Unknown,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Twice)
{
    /// <summary>How far down a heading may stand.</summary>
    private const int Deepest = 20;

    public int? Ordinal { get; private init; }
    public int? Status { get; private init; }

    /// <summary>The row with the most known headings, if the day is among them and not alone; null if there is none.</summary>
    public static ImportHeadings? Find(ReadSheet sheet, KindDefinition kind)
    {
        var columns = ColumnsOf(kind);
        return sheet.Rows.TakeWhile(r => r.Number <= Deepest)
            .Select(row => Of(row, columns))
            .Where(h => h.Columns.Count > 1 && h.Columns.Values.Any(c => c.Field.Name == "occurredOn"))
            .MaxBy(h => h.Columns.Count);
    }

    private static ImportHeadings Of(ReadRow row, Dictionary<string, ActivityColumn> known)
    {
        var (columns, unknown, twice) = (new Dictionary<int, ActivityColumn>(), new List<(int, string)>(), new List<string>());
        var (ordinal, status) = ((int?)null, (int?)null);
        foreach (var (at, cell) in row.Cells.OrderBy(c => c.Key))
        {
            var (heading, plain) = (CellText.Of(cell), Plain(CellText.Of(cell)));
            if (plain.Length == 0)
                continue;
            if (known.TryGetValue(Whole(heading), out var column) || known.TryGetValue(plain, out column))
            {
                if (columns.ContainsValue(column))
                    twice.Add(heading);
                columns[at] = column;
            }
            else if (plain == EntriesTable.Ordinal)
            {
                ordinal = at;
            }
            else if (plain == EntriesTable.Status)
            {
                status = at;
            }
            else if (!EntriesTable.Aside.Contains(plain))
            {
                unknown.Add((at, heading));
            }
        }

        var missing = known.Values.Distinct().Where(c => c.Field.Required && !c.Precision && !columns.ContainsValue(c)).Select(c => c.Heading).ToList();
        return new ImportHeadings(row.Number, columns, unknown, missing, twice) { Ordinal = ordinal, Status = status };
    }

    /// <summary>Columns by their whole heading, and by the heading without its unit where that says which.</summary>
    internal static Dictionary<string, ActivityColumn> ColumnsOf(KindDefinition kind)
    {
        var columns = ActivityColumn.Of(kind);
        var known = columns.ToDictionary(c => Whole(c.Heading));
        foreach (var alone in columns.GroupBy(c => Plain(c.Heading)).Where(g => g.Count() == 1))
            known.TryAdd(alone.Key, alone.Single());
        return known;
    }

    /// <summary>Without blanks and marks of being required.</summary>
    private static string Whole(string heading) => string.Concat(CellText.Folded(heading).Where(c => !char.IsWhiteSpace(c) && c != '*'));

    /// <summary>Without the unit in brackets behind it as well.</summary>
    private static string Plain(string heading)
    {
        var plain = Whole(heading);
        while (plain.EndsWith(')') && plain.LastIndexOf('(') is > 0 and var open)
            plain = plain[..open];
        return plain;
    }
}
