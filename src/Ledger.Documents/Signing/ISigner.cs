namespace Ledger.Documents;

/// <summary>Makes the signature a PDF carries: a certificate's here, a seal service's elsewhere.</summary>
public interface ISigner
{
    /// <summary>The most bytes a signature may take: so much room the file keeps for it.</summary>
    int Room { get; }

    /// <summary>A CMS signature (RFC 5652, DER) over the content, the content not in it.</summary>
    byte[] Sign(ReadOnlyMemory<byte> content);
}
