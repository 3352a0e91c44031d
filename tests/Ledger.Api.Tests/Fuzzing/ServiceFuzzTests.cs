using System.Globalization;
using System.Text;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>
/// Stories drawn from the service's own description, right requests among wrong ones. <c>LEDGER_FUZZ_REQUESTS</c> asks for
/// more than the suite's 2 000, <c>LEDGER_FUZZ_SEED</c> for others, <c>LEDGER_FUZZ_STORY</c> for a single one again.
/// </summary>
public sealed class ServiceFuzzTests(OwnLedger ledger, ITestOutputHelper output) : IClassFixture<OwnLedger>
{
    private const int Length = 50;
    private const int MostFindings = 30;
    private static readonly int Requests = Setting("LEDGER_FUZZ_REQUESTS", 2_000);
    private static readonly int Seed = Setting("LEDGER_FUZZ_SEED", 20_261_128);

    [Fact]
    public async Task every_answer_keeps_to_the_document_whatever_is_sent()
    {
        ledger.Settings = ["--LEDGER_WEBHOOK_PRIVATE=allow"];
        await ledger.RestartAsync();
        var document = ApiDocument.Parse((await ledger.GetAsync("/openapi/v1.json")).Is(200).Text);
        var tally = new FuzzTally(document);
        var known = new HashSet<string>();
        var findings = new StringBuilder();
        var only = Setting("LEDGER_FUZZ_STORY", -1);
        for (var story = Math.Max(0, only); story <= (only >= 0 ? only : (Requests / Length) - 1) && known.Count < MostFindings; story++)
        {
            var plan = new FuzzPlan(document, story, Length);
            var play = new FuzzStory(ledger, document);
            if (await play.PlayAsync(unchecked((Seed * 31) + story), Length, plan.Next, tally.Note, known) is { } broken)
            {
                var found = CurlText.Of(await play.ShrinkAsync(broken), Seed, story);
                output.WriteLine(found);
                findings.AppendLine(found);
            }

            if (story % 100 == 99)
                output.WriteLine($"{tally.Requests} of {Requests} requests, {known.Count} findings");
        }

        output.WriteLine(tally.ToString());
        Assert.True(known.Count == 0, $"{known.Count} findings in {tally.Requests} requests\n{findings}");
        if (only < 0)
        {
            Assert.Empty(tally.NeverAsked);
            // A fuzzer whose requests are all refused at the door finds nothing behind it.
            Assert.True(tally.Accepted > 0.2, $"only {tally.Accepted:P0} of the requests were accepted");
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var set) ? set : otherwise;
}
