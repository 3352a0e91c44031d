using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Tests.Entries;

/// <summary>Lists: each filter, the order, and pages that neither overlap nor skip.</summary>
public sealed class ListEntriesTests(LedgerFixture ledger)
{
    [Fact]
    public async Task the_newest_activity_stands_first_with_what_a_list_shows()
    {
        var unit = await ledger.NewUnitAsync();
        var older = await ledger.LogServiceAsync(unit, "2023-03-01");
        var newer = await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-04-01", form = "lecture", title = "民法典讲座" });
        var list = await ledger.EntriesAsync(unit);
        Assert.Equal([newer, older], list.Ids());
        Assert.Equal((2, 1, 50), (list.GetProperty("total").GetInt32(), list.GetProperty("page").GetInt32(), list.GetProperty("size").GetInt32()));
        var item = list.GetProperty("items")[0];
        Assert.Equal(("law-study", "学法活动", "民法典讲座", "2023-04-01", "recorded"),
            (item.Text("kind"), item.Text("kindName"), item.Text("title"), item.Text("occurredOn"), item.Text("status")));
        Assert.Equal("lecture", item.GetProperty("activity").Text("form"));
        Assert.True(item.GetProperty("lateDays").GetInt32() > 300);
    }

    [Theory]
    [InlineData("year=2023", "1,2,3")]
    [InlineData("year=2024", "4,5")]
    [InlineData("kind=law-study", "2,4")]
    [InlineData("kind=law-study&year=2024", "4")]
    [InlineData("from=2023-06-01", "2,3,4,5")]
    [InlineData("to=2023-06-01", "1,2")]
    [InlineData("from=2023-06-01&to=2024-01-01", "2,3,4")]
    [InlineData("from=2024-01-02&to=2024-01-01", "")]
    [InlineData("status=void", "3")]
    [InlineData("status=confirmed", "5")]
    [InlineData("status=returned", "4")]
    [InlineData("status=recorded", "1,2")]
    [InlineData("q=讲座", "2")]
    [InlineData("q=讲座&year=2024", "")]
    [InlineData("year=&kind=law-study&from=&to=&q=&status=&page=&size=", "2,4")]
    public async Task each_filter_narrows(string query, string expected)
    {
        var unit = await ledger.NewUnitAsync();
        var ids = new List<Guid>
        {
            await ledger.LogServiceAsync(unit, "2023-05-31"),
            await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-06-01", form = "lecture" }),
            await ledger.LogServiceAsync(unit, "2023-12-31"),
            await ledger.LogAsync(unit, "law-study", new { occurredOn = "2024-01-01", form = "online" }),
            await ledger.LogServiceAsync(unit, "2024-02-29"),
        };
        (await ledger.VoidAsync(unit, ids[2], 1)).Is(200);
        (await ledger.ReviewAsync(unit, ids[3], "return", new { version = 1, reason = "内容不全" })).Is(200);
        (await ledger.ReviewAsync(unit, ids[4], "confirm", new { version = 1 })).Is(200);
        var list = await ledger.EntriesAsync(unit, query);
        Assert.Equal(expected, string.Join(',', list.Ids().Select(id => ids.IndexOf(id) + 1).Order()));
        Assert.Equal(list.Ids().Count, list.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(2, 1, 3)]
    [InlineData(3, 0, 3)]
    [InlineData(7, 0, 3)]
    public async Task each_page_of_a_search_says_how_many_there_are_even_one_behind_the_last(int page, int shown, int total)
    {
        var unit = await ledger.NewUnitAsync();
        for (var i = 1; i <= 3; i++)
            await ledger.LogAsync(unit, "law-study", new { occurredOn = $"2023-06-0{i}", form = "lecture", title = "民法典讲座" });
        var list = await ledger.EntriesAsync(unit, $"q=讲座&size=2&page={page}");
        Assert.Equal((shown, total), (list.Ids().Count, list.GetProperty("total").GetInt32()));
    }

    [Theory]
    [InlineData("year=abc", "year")]
    [InlineData("year=0", "year")]
    [InlineData("year=10000", "year")]
    [InlineData("kind=banquet", "kind")]
    [InlineData("from=2023-02-30", "from")]
    [InlineData("to=yesterday", "to")]
    [InlineData("status=lost", "status")]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("page=1.5", "page")]
    [InlineData("page=99999999999", "page")]
    [InlineData("size=0", "size")]
    [InlineData("size=501", "size")]
    [InlineData("q=%00", "q")]
    [InlineData("q=%E6%9F%90%00", "q")]
    public async Task a_bad_value_is_refused_with_its_name(string query, string path)
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.GetAsync($"/api/units/{unit}/entries?{query}")).RefusesField(path);
    }

    [Fact]
    public async Task a_search_text_is_measured_in_characters()
    {
        var unit = await ledger.NewUnitAsync();
        var longest = string.Concat(Enumerable.Repeat("𠮷", 100));
        await ledger.EntriesAsync(unit, $"q={Uri.EscapeDataString(longest)}");
        (await ledger.GetAsync($"/api/units/{unit}/entries?q={Uri.EscapeDataString(longest + "𠮷")}")).RefusesField("q");
    }

    [Fact]
    public async Task pages_over_three_hundred_entries_of_one_day_cover_each_once()
    {
        var unit = await ledger.NewUnitAsync();
        await using (var session = ledger.Store.LightweightSession(unit))
        {
            for (var i = 0; i < 300; i++)
                session.Events.StartStream<Entry>(Guid.CreateVersion7(), new CollectiveDecisionMade { OccurredOn = new(2023, 3, 1), Items = i });
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var seen = new List<Guid>();
        for (var page = 1; page <= 43; page++)
        {
            var list = await ledger.EntriesAsync(unit, $"page={page}&size=7");
            Assert.Equal(300, list.GetProperty("total").GetInt32());
            seen.AddRange(list.Ids());
        }

        Assert.Equal(300, seen.Count);
        Assert.Equal(300, seen.Distinct().Count());
        Assert.Equal(seen, (await ledger.EntriesAsync(unit, "size=500")).Ids());
        // Past the end there is nothing on the page, but as many entries as before.
        var beyond = await ledger.EntriesAsync(unit, "page=44&size=7");
        Assert.Equal((300, 0), (beyond.GetProperty("total").GetInt32(), beyond.Ids().Count));
    }
}
