namespace Ledger.Documents;

/// <summary>
/// 发文机关署名 and 成文日期 (7.3.5). They never stand on a page without at least one line of text.
/// </summary>
/// <param name="Date">Printed as 2024年2月7日: Arabic digits, full year, no zero padding (7.3.5.4).</param>
/// <param name="SealSpace">True: room for a seal, issuer centred over the date (7.3.5.1). False: no seal (7.3.5.2).</param>
public sealed record Signature(string Issuer, DateOnly Date, bool SealSpace = false);
