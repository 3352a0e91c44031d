namespace Ledger.Documents;

/// <summary>
/// A signature over the whole file, not seen on the page (ISO 32000-1, 12.8; ETSI EN 319 142-1): the printed seal is
/// the office's own.
/// </summary>
public sealed record SignatureField
{
    /// <summary>
    /// Who signs now. Null: room of <see cref="ReservedRoom"/> is left for a seal service, which calls
    /// <see cref="PdfSignature.Fill"/>; until then readers show a signature that is not valid.
    /// </summary>
    public ISigner? Signer { get; init; }

    /// <summary>The bytes kept when nobody signs yet.</summary>
    public int ReservedRoom { get; init; } = 16384;

    /// <summary>What readers are told of the signature's format (SubFilter), e.g. adbe.pkcs7.detached.</summary>
    public string Format { get; init; } = "ETSI.CAdES.detached";

    /// <summary>The field's name in the file, unique in it.</summary>
    public string Name { get; init; } = "电子签章";

    /// <summary>Why, e.g. 发布. Null: not said.</summary>
    public string? Reason { get; init; }

    /// <summary>When, as the signer claims it. Null: not said; no clock is read. The baseline profile asks for it.</summary>
    public DateTimeOffset? SignedAt { get; init; }
}
