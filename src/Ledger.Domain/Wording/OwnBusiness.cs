using System.Text.RegularExpressions;

namespace Ledger.Domain.Wording;

/// <summary>L-10: a report that could be anybody's: it hardly speaks of the issuer's own work.</summary>
internal static partial class OwnBusiness
{
    private const int Enough = 2;

    public static WordingRule Rule { get; } = new("L-10", "写出本单位业务中的法治工作", "It speaks of the issuer's own work", "法治政府建设融入业务工作的要求", Find);

    private static IEnumerable<(string, string, string)> Find(WordedText text)
    {
        var business = Suffix().Replace(Prefix().Replace(text.Issuer, ""), "");
        if (business.Length < 2)
            yield break;
        // The name itself is no work.
        var names = new Regex($"{Regex.Escape(business)}(服务中心|中心|局|委员会|办公室)");
        var mentions = text.Paragraphs.Count(p => names.Replace(p.Text, "").Contains(business, StringComparison.Ordinal));
        if (mentions < Enough)
            yield return (text.Title, business, $"全文几乎没有写到“{business}”业务中的法治工作：合同审查、政策兑现、服务企业等是否有登记");
    }

    [GeneratedRegex("^.*?[省市县区旗州]")]
    private static partial Regex Prefix();

    [GeneratedRegex("(服务中心|管理局|中心|局|委员会|办公室|办|委)$")]
    private static partial Regex Suffix();
}
