using System.Security.Cryptography;
using Ledger.Api.Setup;
using Ledger.Documents.Sheets;
using Ledger.Domain;
using Ledger.Domain.Kinds;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Api.Importing;

/// <summary>The table of an uploaded file, its headings understood.</summary>
internal sealed record ImportTable(string Sha256, ReadSheet Sheet, ImportHeadings Headings, IReadOnlyList<Problem> Notes)
{
    /// <summary>Most rows of one file. More is more than one person looks through, and more than one transaction should hold.</summary>
    public const int MostRows = 5_000;

    /// <summary>What all parts that are read may unpack to: five thousand rows come to a tenth of it.</summary>
    private const long MostUnpacked = 64L << 20;

    /// <summary>Titles, headings, an example and our own closing lines are no data.</summary>
    private const int Around = 30;

    public static (ImportTable? Table, ProblemDetails? Refusal) Read(byte[] file, KindDefinition kind, HttpContext http)
    {
        try
        {
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
            return file.AsSpan().StartsWith("PK"u8) || file.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0])
                ? OfWorkbook(file, sha256, kind, http)
                : CsvReader.Read(file, MostRows + Around) is { } csv ? Of(sha256, [csv], kind, http) : (null, Refusal(WorkbookFault.NotWorkbook, http));
        }
        catch (WorkbookException e)
        {
            return (null, Refusal(e.Fault, http));
        }
    }

    private static (ImportTable?, ProblemDetails?) OfWorkbook(byte[] file, string sha256, KindDefinition kind, HttpContext http)
    {
        using var workbook = WorkbookReader.Open(new MemoryStream(file, writable: false), MostUnpacked);
        return Of(sha256, workbook.Names.Select(n => workbook.Read(n, MostRows + Around)), kind, http);
    }

    /// <summary>The first sheet that has a heading row; what other sheets hold is said and not read.</summary>
    private static (ImportTable?, ProblemDetails?) Of(string sha256, IEnumerable<ReadSheet> sheets, KindDefinition kind, HttpContext http)
    {
        var (notes, found) = (new List<Problem>(), ((ReadSheet Sheet, ImportHeadings Headings)?)null);
        foreach (var sheet in sheets)
        {
            if (ImportHeadings.Find(sheet, kind) is not { } headings)
                continue;
            if (found is null)
                found = (sheet, headings);
            else if (sheet.Rows.Any(r => r.Number > headings.Row))
                notes.Add(new("", $"工作表“{sheet.Name}”也像台账，没有读取；一次只导入一张工作表", $"The sheet '{sheet.Name}' looks like a ledger, too, and was not read: one sheet at a time"));
        }

        if (found is not var (first, heads))
            return (null, http.Refuse(422, "no-headings", $"没有找到表头：前 20 行里没有一行含有“发生日期”等栏目，请按“{kind.Name}”的模板填写", $"No heading row: none of the first 20 rows names the columns of the template of '{kind.EnglishName}'"));
        if (heads.Missing.Count > 0)
            return (null, http.Refuse(422, "missing-columns", $"缺少必填的栏目：{string.Join("、", heads.Missing)}。请确认这是“{kind.Name}”的表", $"Required columns are missing: {string.Join(", ", heads.Missing)}"));
        if (heads.Twice.Count > 0)
            return (null, http.Refuse(422, "double-columns", $"栏目重复：{string.Join("、", heads.Twice)}", $"Columns stand twice: {string.Join(", ", heads.Twice)}"));
        foreach (var (column, heading) in heads.Unknown.Where(u => first.Rows.Any(r => r.Number > heads.Row && r.Cells.ContainsKey(u.Column))))
            notes.Add(new("", $"{SheetColumns.Name(column)}列“{CellText.Quoted(heading)}”不是本类别的字段，不会导入", $"Column {SheetColumns.Name(column)}, '{CellText.Quoted(heading)}', is no field of this kind and is not imported"));
        return (new ImportTable(sha256, first, heads, notes), null);
    }

    private static ProblemDetails Refusal(WorkbookFault fault, HttpContext http) => fault switch
    {
        WorkbookFault.OldFormat => http.Refuse(415, "table-old", "这是旧版 Excel 文件（.xls），请在 Excel 或 WPS 中另存为 .xlsx 再导入", "This is an old Excel file (.xls); save it as .xlsx"),
        WorkbookFault.Encrypted => http.Refuse(415, "table-encrypted", "文件设有密码，请取消密码后再导入", "The file is behind a password; take it off first"),
        WorkbookFault.Macros => http.Refuse(415, "table-macros", "文件带有宏，不接受；请另存为不带宏的 .xlsx", "The file carries macros; save it as .xlsx without them"),
        WorkbookFault.Binary or WorkbookFault.OpenDocument => http.Refuse(415, "table-type", "请另存为 .xlsx 再导入", "Save it as .xlsx"),
        WorkbookFault.NotWorkbook => http.Refuse(415, "table-type", "这不是 .xlsx 或 .csv 表格文件（以内容判断，不看文件名）", "This is no .xlsx or .csv table (judged by content, not by name)"),
        WorkbookFault.TooLargeInside => http.Refuse(422, "table-swollen", $"文件解压后超过 {MostUnpacked >> 20} MB，不予读取", $"The file unpacks to more than {MostUnpacked >> 20} MB and is not read"),
        WorkbookFault.TooManyRows => TooManyRows(http),
        _ => http.Refuse(422, "table-damaged", "文件已损坏或不完整，请重新保存后再导入", "The file is damaged or incomplete; save it again"),
    };

    public static ProblemDetails TooManyRows(HttpContext http) =>
        http.Refuse(422, "table-too-long", $"一次最多导入 {MostRows} 行，请分成几个文件", $"At most {MostRows} rows at a time; split the file");
}
