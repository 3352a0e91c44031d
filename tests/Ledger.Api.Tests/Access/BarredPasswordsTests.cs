using CsCheck;
using Ledger.Api.Access;

namespace Ledger.Api.Tests.Access;

/// <summary>What no password is and what none holds, however it is dressed up.</summary>
public sealed class BarredPasswordsTests(LedgerFixture ledger)
{
    private static readonly string[] About = ["王小明", "demo-investment", "示例县招商服务中心", "招商中心"];

    [Theory]
    // Words that everybody thinks of, rows of keys, this product.
    [InlineData("Password-Three", "password")]
    [InlineData("my P@$$W0RD of 2026", "password")]
    [InlineData("Xx-4dm1n-Xx-@dmin", "admin")]
    [InlineData("Qwerty!2026x", "qwert")]
    [InlineData("lkjhg-Fdsa-77", "lkjhg")]
    [InlineData("Hao-123456-ma", "123456")]
    [InlineData("1qaz2wsx-Plm", "1qaz2w")]
    [InlineData("Fazhi-Tz-0417", "fazhi")]
    [InlineData("T@izh@ng-7702", "taizhang")]
    [InlineData("我们单位的法治事业蒸蒸日上二〇二六", "法治")]
    // The account's own names and the unit's.
    [InlineData("Wang.Xm-80417", "wang.xm")]
    [InlineData("王小明的口-0417-Ab", "王小明")]
    [InlineData("Inve$tment-41x", "investment")]
    [InlineData("招商中心-2026-Ab", "招商中心")]
    public void a_word_that_is_barred_is_named_whatever_stands_around_it(string password, string word)
    {
        var problem = Passwords.Check("new", password, "wang.xm", About);
        Assert.NotNull(problem);
        Assert.True(problem.EnglishMessage.Contains($"'{word}'", StringComparison.Ordinal) || problem.EnglishMessage.Contains("user name", StringComparison.Ordinal), problem.EnglishMessage);
    }

    [Theory]
    [InlineData("Michael-1986!")]
    [InlineData("2026-Sunshine!")]
    [InlineData("$umm3r-2026")]
    [InlineData("Football#2026")]
    [InlineData("1234qwerasdfzxcv")]
    [InlineData("MomsAnAladventure")]
    public void a_common_password_stays_common_with_digits_and_signs_around_it(string password) =>
        Assert.Contains("commonest", Passwords.Check("new", password, "wang.xm", About)?.EnglishMessage ?? "", StringComparison.Ordinal);

    [Theory]
    [InlineData("Wanfeng-3071")]
    [InlineData("三更灯火五更鸡正是男儿读书时黑发")]
    [InlineData("correct horse battery staple")]
    [InlineData("Lu-Xun.1918-Kr")]
    public void what_nobody_thinks_of_may_be_used(string password) => Assert.Null(Passwords.Check("new", password, "wang.xm", About));

    [Fact]
    public void every_one_of_the_commonest_is_refused_as_it_is_and_dressed_up()
    {
        Assert.InRange(CommonPasswords.Count, 40_000, 60_000);
        var all = CommonPasswords.Listed.ToArray();
        Assert.All(all, p => Assert.NotNull(Passwords.Check("new", p, "wang.xm")));
        var words = all.Where(p => char.IsAsciiLetter(p[^1]) && p.All(char.IsAscii)).ToArray();
        string[] signs = ["!", "#", "-", "。", ""];
        Gen.Select(Gen.Int[0, words.Length - 1], Gen.Int[0, 2099], Gen.Int[0, signs.Length - 1]).Sample((word, year, which) =>
        {
            var (p, sign) = (words[word], signs[which]);
            Assert.True(CommonPasswords.Holds($"{p}{sign}"), p);
            Assert.True(CommonPasswords.Holds($"{p.ToUpperInvariant()}{year}{sign}"), p);
        });
    }

    [Fact]
    public void none_that_is_made_here_is_refused() =>
        Assert.All(Enumerable.Range(0, 2000).Select(_ => Passwords.Random()), p => Assert.False(CommonPasswords.Holds(p)));

    [Fact]
    public async Task the_unit_and_the_person_count_when_a_password_is_changed()
    {
        var unit = await ledger.NewUnitAsync();
        var user = await People.AccountAsync(ledger.Store, new Grant(Role.Recorder, unit));
        using var browser = new HttpClient(ledger.Host.Server.CreateHandler()) { BaseAddress = ledger.Client.BaseAddress };
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var door = await browser.PostAsync(new Uri("/api/session", UriKind.Relative), Json(new { user, password = People.Password }), TestContext.Current.CancellationToken);
        browser.DefaultRequestHeaders.Add("Cookie", door.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        foreach (var bad in (string[])[$"在测试单位{unit}上班-Ab", "张三的第一个口-Ab", "Michael-1986!", "Password-of-2026"])
            (await ChangeAsync(bad)).RefusesField("new");
        (await ChangeAsync("Wanfeng-3071")).Is(204);

        async Task<Answer> ChangeAsync(string to) => await Answer.OfAsync(await browser.PutAsync(new Uri("/api/session/password", UriKind.Relative), Json(new { current = People.Password, @new = to })));
    }

    private static StringContent Json(object body) => new(System.Text.Json.JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");
}
