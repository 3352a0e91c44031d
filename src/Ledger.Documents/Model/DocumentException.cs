namespace Ledger.Documents;

/// <summary>
/// A document that cannot be rendered as it should be. The message says what is wrong, where, and what to do, in Chinese
/// and, on the next line, in English.
/// </summary>
public sealed class DocumentException : Exception
{
    /// <summary>Says nothing.</summary>
    public DocumentException() { }

    /// <summary>Says it in one language.</summary>
    public DocumentException(string message) : base(message) { }

    /// <summary>Says it in one language, and what was behind it.</summary>
    public DocumentException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>Says it in Chinese and, on the next line, in English.</summary>
    public DocumentException(string chinese, string english) : base(chinese + Environment.NewLine + english) { }
}
