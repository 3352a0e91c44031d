namespace Ledger.Documents;

/// <summary>
/// A document that cannot be rendered as it should be. The message says what is wrong, where, and what to do, in Chinese
/// and, on the next line, in English.
/// </summary>
public sealed class DocumentException : Exception
{
    public DocumentException() { }

    public DocumentException(string message) : base(message) { }

    public DocumentException(string message, Exception innerException) : base(message, innerException) { }

    public DocumentException(string chinese, string english) : base(chinese + Environment.NewLine + english) { }
}
