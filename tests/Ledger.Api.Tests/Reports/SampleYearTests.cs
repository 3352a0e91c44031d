using System.Text.Json;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Tests.Reports;

/// <summary>The sample year adds up to the figures that were written down beside it.</summary>
public sealed class SampleYearTests(LedgerFixture ledger, SampleYear sample) : IAsyncLifetime
{
    private const string Unit = SampleYear.Unit;

    public async ValueTask InitializeAsync() => await sample.PlantedAsync(ledger);

    [Fact]
    public async Task every_figure_is_as_expected()
    {
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(SampleYear.Folder, "expected-figures.json"), TestContext.Current.CancellationToken));
        var figures = (await ledger.FiguresAsync(Unit, 2023)).GetProperty("figures").EnumerateArray().ToDictionary(f => f.Text("code")!);
        foreach (var expected in file.RootElement.EnumerateObject())
        {
            var figure = figures[expected.Name];
            var rate = expected.Value.ValueKind == JsonValueKind.Object;
            var value = rate ? expected.Value.Decimal("value") : expected.Value.GetDecimal();
            Assert.True(value == figure.Decimal("value"), $"{expected.Name}: {figure.Decimal("value")} instead of {value}");
            if (rate)
                Assert.Equal((expected.Value.Decimal("numerator"), expected.Value.Decimal("denominator")), (figure.Decimal("numerator"), figure.Decimal("denominator")));
        }

        // What is not written down is not there either, but for the counters people named.
        Assert.All(
            figures.Values.Where(f => !file.RootElement.TryGetProperty(f.Text("code")!, out _) && !f.Text("code")!.StartsWith("other-work:", StringComparison.Ordinal)),
            f => Assert.Contains(f.Text("state"), new[] { "never-entered", "nil-confirmed" }));
    }

    [Fact]
    public async Task twenty_legal_services_are_twenty_entries()
    {
        Assert.Equal(20, await ledger.ValueAsync(Unit, 2023, "legal-service"));
        var entries = (await ledger.GetAsync($"/api/units/{Unit}/figures/2023/legal-service/entries?size=100")).Is(200);
        Assert.Equal((20, 20), (entries["total"].GetInt32(), entries.Json.Ids().Distinct().Count()));
        Assert.All(entries["items"].EnumerateArray(), e => Assert.Equal("legal-service", e.Text("kind")));
    }

    [Fact]
    public async Task behind_every_figure_stand_as_many_entries_as_it_says()
    {
        foreach (var figure in (await ledger.FiguresAsync(Unit, 2023)).GetProperty("figures").EnumerateArray())
        {
            var code = figure.Text("code")!;
            var behind = (await ledger.GetAsync($"/api/units/{Unit}/figures/2023/{Uri.EscapeDataString(code)}/entries?size=1")).Is(200);
            // A distinct count states every name of every entry; behind a matter's figure stand matters.
            if (code is not ("law-outreach-places" or "enterprises-served") && Catalogue.FindKind(Catalogue.FindFigure(code)!.Kind) is not null)
                Assert.True(figure.Decimal("entries") == behind["total"].GetInt32(), code);
        }
    }

    [Fact]
    public async Task planting_it_again_adds_nothing()
    {
        var again = await SampleYear.PlantAgainAsync(ledger);
        Assert.Equal((Unit, 0), (again.Unit, again.Events));
        Assert.True(again.Skipped > 250);
        Assert.Equal(20, await ledger.ValueAsync(Unit, 2023, "legal-service"));
    }

    [Fact]
    public async Task the_year_can_be_read_as_it_was_known_at_any_day()
    {
        Assert.Equal(0, await ledger.ValueAsync(Unit, 2023, "law-studies", "2023-01-01"));
        var june = await ledger.ValueAsync(Unit, 2023, "law-studies", "2023-06-30");
        Assert.InRange(june!.Value, 10, 36);
        Assert.Equal(46, await ledger.ValueAsync(Unit, 2023, "law-studies", "2024-12-31"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
