namespace Ledger.Documents;

/// <summary>A file inside the PDF (PDF/A-3 associated file), e.g. the figures behind the text as JSON.</summary>
/// <param name="Name">The file's name, unique in the document.</param>
/// <param name="Content">The file's bytes, embedded as they are.</param>
/// <param name="MediaType">e.g. <c>application/json</c>.</param>
/// <param name="Description">What a reader is told of it.</param>
public sealed record AttachedFile(string Name, ReadOnlyMemory<byte> Content, string MediaType, string Description)
{
    /// <summary>What the file is to the text; data unless said otherwise.</summary>
    public FileRelationship Relationship { get; init; } = FileRelationship.Data;
}

/// <summary>What an attached file is to the document (ISO 32000-2, AFRelationship).</summary>
public enum FileRelationship
{
    Unspecified,
    Source,
    Data,
    Alternative,
    Supplement,
}
