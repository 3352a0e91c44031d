namespace Ledger.Documents;

/// <summary>
/// 版记 (7.4): at the bottom of the last page, which is an even one; its last line is the type area's bottom edge. The
/// public copy has none. In a letter it has neither rules nor office and date and closes the last page, odd or even (10.1).
/// </summary>
/// <param name="Office">印发机关 (7.4.3): the office that sends the document out.</param>
/// <param name="PrintedOn">印发日期 (7.4.3).</param>
public sealed record Imprint(string Office, DateOnly PrintedOn)
{
    /// <summary>主送机关 (7.4.2) when there are too many of them for the first page. Then leave the addressees empty.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>抄送机关 (7.4.2), in their order: joined by ， and closed by 。.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];
}
