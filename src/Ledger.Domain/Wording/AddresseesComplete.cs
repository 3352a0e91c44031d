namespace Ledger.Domain.Wording;

/// <summary>L-08: the report goes to the party committee and the government of its level (督察工作规定 art. 24).</summary>
internal static class AddresseesComplete
{
    public static WordingRule Rule { get; } = new("L-08", "主送本级党委和政府", "Addressed to party committee and government", "《法治政府建设与责任落实督察工作规定》第二十四条", Find);

    private static IEnumerable<(string, string, string)> Find(WordedText text)
    {
        if (!text.Addressees.Any(a => a.EndsWith('委') || a.Contains("党委", StringComparison.Ordinal) || a.Contains("党工委", StringComparison.Ordinal)))
            yield return (text.Title, string.Join('、', text.Addressees), "主送机关缺本级党委；应报本级党委、政府和上一级政府有关部门，抄送依法治县（市、区）办");
        if (!text.Addressees.Any(a => a.Contains("政府", StringComparison.Ordinal)))
            yield return (text.Title, string.Join('、', text.Addressees), "主送机关缺本级政府");
    }
}
