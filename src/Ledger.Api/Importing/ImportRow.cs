using Ledger.Domain;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Importing;

/// <summary>What an import makes of a row.</summary>
public enum ImportState
{
    [Label("可导入", "Ready")] Ready,
    [Label("疑似重复", "Looks like an entry")] Alike,
    [Label("已导入过", "Imported before")] Repeated,
    [Label("有误", "Faulty")] Faulty,
    [Label("略过", "Passed over")] PassedOver,
}

/// <summary>One thing wrong with a cell.</summary>
/// <param name="Row">The row as the spreadsheet numbers it.</param>
/// <param name="Column">The column's letters; null where it is the whole row.</param>
/// <param name="Label">What the column is called.</param>
/// <param name="Problem">What is wrong, by the field's name.</param>
public sealed record CellProblem(int Row, string? Column, string? Label, Problem Problem)
{
    /// <summary>第5行 C列 发放资料：不是数字（约三百）.</summary>
    public string Said(bool english) => english
        ? $"Row {Row}{(Column is null ? "" : $", column {Column}")}{(Label is null ? "" : $", {Label}")}: {Problem.EnglishMessage}"
        : $"第{Row}行{(Column is null ? "" : $" {Column}列")}{(Label is null ? "" : $" {Label}")}：{Problem.Message}";
}

/// <summary>A row of the file, read.</summary>
public sealed record ImportRow(int Number, ImportState State)
{
    public Activity? Activity { get; init; }

    /// <summary>The entry it becomes, or became when the file came before.</summary>
    public Guid Id { get; init; }

    public IReadOnlyList<CellProblem> Problems { get; init; } = [];

    /// <summary>Why it is passed over, or what people should know of it.</summary>
    public Problem? Note { get; init; }

    /// <summary>The entry of the ledger that it looks like.</summary>
    public AlikeEntry? Alike { get; init; }
}

/// <summary>An entry that a row looks like.</summary>
public sealed record AlikeEntry(Guid Id, string Title);
