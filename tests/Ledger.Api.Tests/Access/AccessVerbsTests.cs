using System.Net;
using System.Net.Http.Headers;
using Ledger.Api.Commands;

namespace Ledger.Api.Tests.Access;

/// <summary><c>./run token</c> and <c>./run user add</c>: what they issue opens, and stands alone on their last line.</summary>
public sealed class AccessVerbsTests(LedgerFixture ledger)
{
    [Fact]
    public async Task a_token_from_the_command_line_opens_its_unit()
    {
        var unit = await ledger.NewUnitAsync();
        var (code, line) = await RunAsync(TokenCommand.RunAsync, "--unit", unit, "--role", "viewer");
        Assert.Equal(0, code);
        using var client = ledger.Host.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", line);
        using var answer = await client.GetAsync(new Uri($"/api/units/{unit}/entries", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task an_account_from_the_command_line_signs_in()
    {
        var unit = await ledger.NewUnitAsync();
        var (code, line) = await RunAsync(UserCommand.RunAsync, "add", $"verb-{unit}", "--name", "李四", "--role", "viewer", "--unit", unit);
        Assert.Equal(0, code);
        var me = (await ledger.PostAsync("/api/session", new { user = $"verb-{unit}", password = line })).Is(200);
        Assert.True(me["mustChangePassword"].GetBoolean());
        Assert.Equal(1, (await RunAsync(UserCommand.RunAsync, "add", $"verb-{unit}", "--name", "李四")).Code);
    }

    [Theory]
    [InlineData("--role", "viewer")]
    [InlineData("--role", "viewer", "--unit", "no-such-unit")]
    [InlineData("--role", "security-admin")]
    [InlineData("--role", "county-reader", "--days", "soon")]
    public async Task a_token_that_makes_no_sense_is_not_issued(params string[] args)
    {
        var (code, line) = await RunAsync(TokenCommand.RunAsync, args);
        Assert.Equal((2, ""), (code, line));
    }

    private async Task<(int Code, string LastLine)> RunAsync(Verb verb, params string[] args)
    {
        await using var output = new StringWriter();
        var code = await verb(args, ledger.Store, ledger.Database, output, TextWriter.Null, CancellationToken.None);
        return (code, output.ToString().TrimEnd().Split('\n')[^1]);
    }
}
