namespace Ledger.Documents;

/// <summary>A document that cannot be rendered as it should be: the message says what is wrong, where, and what to do.</summary>
public sealed class DocumentException : Exception
{
    public DocumentException() { }

    public DocumentException(string message) : base(message) { }

    public DocumentException(string message, Exception innerException) : base(message, innerException) { }
}
