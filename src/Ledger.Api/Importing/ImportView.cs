using Ledger.Domain;

namespace Ledger.Api.Importing;

/// <summary>What an import would do: nothing is saved yet.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Kind">The kind's code.</param>
/// <param name="Sha256">Hash of the file; the import is confirmed under it.</param>
/// <param name="Sheet">The sheet that was read.</param>
/// <param name="HeadingRow">The row its headings stand in.</param>
/// <param name="Ready">Rows that will be logged.</param>
/// <param name="Alike">Rows that look like an entry of the ledger; who confirms says whether they are logged.</param>
/// <param name="Repeated">Rows that an import logged before.</param>
/// <param name="Faulty">Rows with something wrong; while there is one, nothing is imported.</param>
/// <param name="PassedOver">Rows of sums, and entries that are void.</param>
/// <param name="Notes">What of the file was not read.</param>
/// <param name="Problems">Every fault by row and cell.</param>
/// <param name="Rows">Every row.</param>
public sealed record ImportView(
    string Unit,
    string Kind,
    string Sha256,
    string Sheet,
    int HeadingRow,
    int Ready,
    int Alike,
    int Repeated,
    int Faulty,
    int PassedOver,
    IReadOnlyList<string> Notes,
    IReadOnlyList<ImportFault> Problems,
    IReadOnlyList<ImportLine> Rows)
{
    internal static ImportView Of(string unit, ImportPlan plan, bool english) => new(
        unit, plan.Kind.Code, plan.Sha256, plan.Sheet, plan.HeadingRow,
        plan.Count(ImportState.Ready), plan.Count(ImportState.Alike), plan.Count(ImportState.Repeated), plan.Count(ImportState.Faulty), plan.Count(ImportState.PassedOver),
        [.. plan.Notes.Select(n => Say(n, english)!)],
        [.. plan.Problems.Select(p => new ImportFault(p.Row, p.Column, p.Problem.Path, p.Said(english)))],
        [.. plan.Rows.Select(r => new ImportLine(
            r.Number, r.State, r.Activity?.OccurredOn, r.Activity?.Title, r.State == ImportState.Repeated ? r.Id : r.Alike?.Id, r.Alike?.Title, Say(r.Note, english)))]);

    private static string? Say(Problem? problem, bool english) => english ? problem?.EnglishMessage : problem?.Message;
}

/// <summary>One thing wrong: row, column, field, and the sentence that says all three.</summary>
public sealed record ImportFault(int Row, string? Column, string Field, string Message);

/// <summary>A row and what becomes of it.</summary>
/// <param name="Row">As the spreadsheet numbers it.</param>
/// <param name="State">What becomes of it.</param>
/// <param name="OccurredOn">The day.</param>
/// <param name="Title">Its title.</param>
/// <param name="Entry">The entry that it was logged as, or that it looks like.</param>
/// <param name="Like">Title of the entry that it looks like.</param>
/// <param name="Note">What people should know of it.</param>
public sealed record ImportLine(int Row, ImportState State, DateOnly? OccurredOn, string? Title, Guid? Entry, string? Like, string? Note);

/// <summary>What an import did.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Kind">The kind's code.</param>
/// <param name="Sha256">Hash of the file, which stands beside each event.</param>
/// <param name="Added">Entries that were logged.</param>
/// <param name="Repeated">Rows that were there already.</param>
/// <param name="LeftOut">Rows that looked like an entry and were left out.</param>
public sealed record ImportReceipt(string Unit, string Kind, string Sha256, int Added, int Repeated, int LeftOut);
