namespace Ledger.Documents.Sheets;

/// <summary>Why a file is not read as a table.</summary>
public enum WorkbookFault
{
    /// <summary>Something else altogether.</summary>
    NotWorkbook,

    /// <summary>Excel 97–2003 (.xls).</summary>
    OldFormat,
    Encrypted,
    Macros,

    /// <summary>Excel's binary workbook (.xlsb).</summary>
    Binary,
    OpenDocument,

    /// <summary>Breaks off, or contradicts itself.</summary>
    Damaged,

    /// <summary>Unpacks to more than anybody types.</summary>
    TooLargeInside,
    TooManyRows,
}

/// <summary>The file cannot be read as a table.</summary>
public sealed class WorkbookException : Exception
{
    /// <summary>A damaged file.</summary>
    public WorkbookException()
    {
    }

    /// <summary>A damaged file, in words.</summary>
    public WorkbookException(string message) : base(message)
    {
    }

    /// <summary>A damaged file, in words, and what was behind it.</summary>
    public WorkbookException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>What is wrong with the file.</summary>
    public WorkbookException(WorkbookFault fault, Exception? inner = null) : base(fault.ToString(), inner) => Fault = fault;

    /// <summary>What is wrong with the file.</summary>
    public WorkbookFault Fault { get; } = WorkbookFault.Damaged;
}
