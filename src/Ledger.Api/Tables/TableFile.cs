using Ledger.Documents.Sheets;

namespace Ledger.Api.Tables;

/// <summary>
/// A table as the answer to a request. It is written to a file first and sent when it stands: what fails on the way is a
/// refusal and never half a table, a slow reader holds no transaction open, and memory does not grow with the rows.
/// </summary>
public static class TableFile
{
    public static Task<IResult> XlsxAsync(string name, Sheet sheet, CancellationToken ct) => XlsxAsync(name, [sheet], ct);

    public static Task<IResult> XlsxAsync(string name, IReadOnlyList<Sheet> sheets, CancellationToken ct) =>
        AnswerAsync($"{name}.xlsx", Workbook.MediaType, file => Workbook.WriteAsync(file, sheets, ct));

    public static Task<IResult> CsvAsync(string name, Sheet sheet, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return AnswerAsync($"{name}.csv", $"{CsvFile.MediaType}; charset=utf-8", file => CsvFile.WriteAsync(file, sheet.Columns, sheet.Rows, ct));
    }

    private static async Task<IResult> AnswerAsync(string name, string type, Func<Stream, Task> write)
    {
        // Gone with its handle, readable by this service alone.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose, BufferSize = 128 * 1024 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"ledger-table-{Guid.CreateVersion7():N}"), options);
        try
        {
            await write(file);
            file.Position = 0;
            return Results.Stream(file, type, name);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
