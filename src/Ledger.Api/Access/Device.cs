namespace Ledger.Api.Access;

/// <summary>
/// What somebody signed in from, in words they know it by: browser and system, as far as the <c>User-Agent</c> tells.
/// Nothing else of it is kept, and nothing relies on it.
/// </summary>
public sealed record Device(string? Browser, string? System)
{
    private const int LongestRead = 512;

    // The first sign that is found counts: nearly all call themselves Chrome or Safari besides.
    private static readonly (string Sign, string Name, string Chinese)[] Browsers =
    [
        ("wxwork/", "WeCom", "企业微信"), ("MicroMessenger/", "WeChat", "微信"), ("DingTalk", "DingTalk", "钉钉"), ("HuaweiBrowser/", "Huawei Browser", "华为浏览器"),
        ("MiuiBrowser/", "Mi Browser", "小米浏览器"), ("QQBrowser/", "QQ Browser", "QQ浏览器"), ("UCBrowser/", "UC Browser", "UC浏览器"), ("Edg", "Edge", "Edge"),
        ("OPR/", "Opera", "Opera"), ("Firefox/", "Firefox", "Firefox"), ("FxiOS/", "Firefox", "Firefox"), ("Chrome/", "Chrome", "Chrome"), ("CriOS/", "Chrome", "Chrome"),
        ("Safari/", "Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name, string Chinese)[] Systems =
    [
        ("OpenHarmony", "HarmonyOS", "鸿蒙"), ("HarmonyOS", "HarmonyOS", "鸿蒙"), ("Android", "Android", "安卓"), ("iPhone", "iPhone", "iPhone"), ("iPad", "iPad", "iPad"),
        ("Windows", "Windows", "Windows"), ("Macintosh", "Mac", "Mac"), ("CrOS", "ChromeOS", "ChromeOS"), ("Linux", "Linux", "Linux"),
    ];

    public static Device Of(string? userAgent)
    {
        var sent = userAgent ?? "";
        var read = sent.AsSpan(0, Math.Min(sent.Length, LongestRead)).ToString();
        return new(NameIn(Browsers, read), NameIn(Systems, read));
    }

    public string Words(bool english)
    {
        var known = new[] { Word(Browsers, Browser, english), Word(Systems, System, english) }.OfType<string>().ToList();
        return known.Count > 0 ? string.Join(english ? ", " : "，", known) : english ? "unknown device or program" : "不明设备或程序";
    }

    private static string? NameIn((string Sign, string Name, string Chinese)[] all, string sent) =>
        all.Where(a => sent.Contains(a.Sign, StringComparison.Ordinal)).Select(a => a.Name).FirstOrDefault();

    private static string? Word((string Sign, string Name, string Chinese)[] all, string? name, bool english) =>
        all.Where(a => a.Name == name).Select(a => english ? a.Name : a.Chinese).FirstOrDefault();
}
