namespace Ledger.Documents.Sheets;

/// <summary>Columns as spreadsheets name them.</summary>
public static class SheetColumns
{
    /// <summary>A, Z, AA: the column from 0.</summary>
    public static string Name(int column)
    {
        var name = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26)
            name = (char)('A' + (left - 1) % 26) + name;
        return name;
    }
}
