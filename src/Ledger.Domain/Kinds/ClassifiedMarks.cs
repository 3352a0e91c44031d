using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ledger.Domain.Kinds;

/// <summary>
/// Refuses what says of itself that it is a state secret (保守国家秘密法: 涉密不上网). A mark is refused, the subject is
/// not: a study of the 保守国家秘密法 or a talk on 商业秘密 may be logged.
/// </summary>
public static partial class ClassifiedMarks
{
    public static bool IsLevel(string text) => Level().IsMatch(text);

    public static bool Marks(string text) => Level().IsMatch(text) || Mark().IsMatch(text);

    internal static Problem Refusal(string path) => new(
        path,
        "本系统不得登记绝密、机密、秘密内容，请按保密规定办理",
        "State secrets must not be entered here; handle them by the secrecy rules");

    internal static void Check(JsonElement value, string path, List<Problem> problems)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when Marks(value.GetString()!):
                problems.Add(Refusal(path));
                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    Check(member.Value, path.Length == 0 || path.EndsWith('.') ? path + member.Name : $"{path}.{member.Name}", problems);
                break;
            case JsonValueKind.Array:
                var i = 0;
                foreach (var item in value.EnumerateArray())
                    Check(item, $"{path}[{i++}]", problems);
                break;
        }
    }

    [GeneratedRegex(@"^\s*(绝密|机密|秘密|top-?secret|secret|confidential)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Level();

    // 机密★10年 / 密级：秘密 / 【绝密】… / 机密〔2023〕1号
    [GeneratedRegex(@"(绝密|机密|秘密)\s*[★☆]|密\s*级\s*[:：]\s*(绝密|机密|秘密)|[\[【〔(（]\s*(绝密|机密|秘密)\s*[\]】〕)）]|^\s*(绝密|机密)\s*[〔\[(（]")]
    private static partial Regex Mark();
}
