using Ledger.Api.Access;

namespace Ledger.Api.Tests.Access;

/// <summary>What browsers call themselves, in words that people know.</summary>
public sealed class DeviceTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "Chrome，Windows", "Chrome, Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge，Windows", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; V2301A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.60", "微信，安卓", "WeChat, Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari，iPhone", "Safari, iPhone")]
    [InlineData("Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.1.4.301", "华为浏览器，鸿蒙", "Huawei Browser, HarmonyOS")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox，Linux", "Firefox, Linux")]
    [InlineData("curl/8.0 <script>alert(1)</script>", "不明设备或程序", "unknown device or program")]
    [InlineData("", "不明设备或程序", "unknown device or program")]
    [InlineData(null, "不明设备或程序", "unknown device or program")]
    public void a_browser_is_named_as_people_know_it_and_nothing_else_it_says_is_kept(string? sent, string chinese, string english)
    {
        var device = Device.Of(sent);
        Assert.Equal((chinese, english), (device.Words(english: false), device.Words(english: true)));
    }

    [Fact]
    public void of_what_is_endless_only_the_beginning_is_read() =>
        Assert.Equal(new Device(null, null), Device.Of(new string('x', 512) + " Chrome/140.0 Windows"));
}
