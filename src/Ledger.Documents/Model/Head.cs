using System.Globalization;
using System.Text.RegularExpressions;

namespace Ledger.Documents;

/// <summary>
/// 版头 (7.2): what stands above the red line of the first page. <see cref="LayoutProfile.Formal"/> prints all of it,
/// <see cref="LayoutProfile.Preprinted"/> all but the issuer's mark and the line, which are on the paper already;
/// <see cref="LayoutProfile.Letter"/> prints all of it in its own places (10.1), <see cref="LayoutProfile.Public"/> none.
/// </summary>
/// <param name="Mark">
/// 发文机关标志 (7.2.4), e.g. 沈丘县招商服务中心文件; in a letter the name alone (10.1), without 文件. Printed as it is given.
/// </param>
/// <param name="Number">发文字号 (7.2.5). Null: not numbered yet, its line stays blank.</param>
public sealed record Head(string Mark, DocumentNumber? Number)
{
    /// <summary>签发人 (7.2.6): the names of who signed, two to a line. Empty: the document does not go upward; a letter has none.</summary>
    public IReadOnlyList<string> Signers { get; init; } = [];

    /// <summary>份号 (7.2.1), e.g. 000001. Null: none.</summary>
    public string? CopyNumber { get; init; }

    /// <summary>密级和保密期限 (7.2.2), e.g. 秘密★1年. Null: not secret.</summary>
    public string? Secrecy { get; init; }

    /// <summary>紧急程度 (7.2.3), e.g. 特急. Null: not urgent.</summary>
    public string? Urgency { get; init; }
}

/// <summary>发文字号 (7.2.5): 沈招商〔2024〕3号. The year in full in 〔〕, the number without 第 and without leading zero.</summary>
/// <param name="Code">发文机关代字, e.g. 沈招商.</param>
public sealed partial record DocumentNumber(string Code, int Year, int Number)
{
    /// <summary>Reads 沈招商〔2024〕3号; null for anything that is not written so, a padded number included.</summary>
    public static DocumentNumber? Parse(string text) => Written().Match(text) is { Success: true, Groups: var parts }
        ? new DocumentNumber(parts[1].Value, int.Parse(parts[2].Value, CultureInfo.InvariantCulture), int.Parse(parts[3].Value, CultureInfo.InvariantCulture))
        : null;

    [GeneratedRegex(@"\A([\p{L}]{1,20})〔((?:19|20)[0-9]{2})〕([1-9][0-9]{0,4})号\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    public override string ToString() => FormattableString.Invariant($"{Code}〔{Year:0000}〕{Number}号");
}
