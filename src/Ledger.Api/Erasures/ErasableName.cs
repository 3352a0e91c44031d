using Ledger.Api.Entries;
using Ledger.Domain;

namespace Ledger.Api.Erasures;

/// <summary>A name as it may be asked to be erased, with the reason.</summary>
public static class ErasableName
{
    /// <summary>What is wrong with them; null where nothing is. The reason stays for ever, so it may not name the person.</summary>
    public static Problem? Problem(string? name, string? reason) =>
        !PlainText.Is(name, 2, 40) || name!.IndexOfAny(['"', '\\', '〔', '〕', '\n', '\r', '\t']) >= 0 || name.Trim() != name
            ? new("name", "请写出姓名（2 至 40 字，不含引号、反斜杠和六角括号）", "Give the name: 2 to 40 characters, no quotes, backslashes or tortoise-shell brackets")
        : !PlainText.Is(reason, 2, 500)
            ? new("reason", "请写明理由（2 至 500 字）", "A reason of 2 to 500 characters is required")
        : reason!.Contains(name, StringComparison.Ordinal)
            ? new("reason", "理由长期保存，不得写入该姓名", "The reason is kept for ever and may not hold the name")
        : null;
}
