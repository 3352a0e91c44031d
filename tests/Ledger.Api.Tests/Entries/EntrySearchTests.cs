using Ledger.Api.Setup;
using Npgsql;

namespace Ledger.Api.Tests.Entries;

/// <summary>Text is found by any part of it, however short, exactly as it stands there.</summary>
public sealed class EntrySearchTests(LedgerFixture ledger)
{
    private static readonly string[] Titles =
    [
        "宪法宣传周进社区",
        "民法典宣讲走进企业",
        "宣誓仪式：向宪法宣誓",
        "Civil Code study（民法典）",
        "百分之100%完成_目标",
        "“双引号”与'单引号'",
        "𠮷野社区普法",
        @"反斜杠\与逗号,，",
        "法宪颠倒",
    ];

    [Theory]
    [InlineData("宪", "1,3,9")]
    [InlineData("宪法", "1,3")]
    [InlineData("宪法宣", "1,3")]
    [InlineData("宪法宣传", "1")]
    [InlineData("法典宣", "2")]
    [InlineData("社区", "1,7")]
    [InlineData("区社", "")]
    [InlineData("法宣传宪", "")]
    [InlineData("宣宣", "")]
    [InlineData("CIVIL", "4")]
    [InlineData("civil code", "4")]
    [InlineData("l c", "4")]
    [InlineData("civilcode", "")]
    [InlineData("  民法典  ", "2,4")]
    [InlineData("%", "5")]
    [InlineData("_", "5")]
    [InlineData("0%完", "5")]
    [InlineData("1_0", "")]
    [InlineData("'", "6")]
    [InlineData("'单引号'", "6")]
    [InlineData("“双", "6")]
    [InlineData("𠮷", "7")]
    [InlineData("𠮷野", "7")]
    [InlineData(@"\", "8")]
    [InlineData(@"杠\与", "8")]
    [InlineData(",", "8")]
    [InlineData("张三", "")]
    [InlineData("旁听庭审", "1,2,3,4,5,6,7,8,9")]
    [InlineData("court-observation", "")]
    [InlineData("学法活动", "1,2,3,4,5,6,7,8,9")]
    public async Task text_is_found_as_it_stands(string text, string expected)
    {
        var (unit, ids) = await LoggedAsync();
        var found = await ledger.EntriesAsync(unit, $"q={Uri.EscapeDataString(text)}");
        Assert.Equal(expected, string.Join(',', found.Ids().Select(id => ids.IndexOf(id) + 1).Order()));
        Assert.Equal(found.Ids().Count, found.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task what_a_correction_took_out_is_found_no_more()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-03-01", form = "lecture", summary = "讲解行政处罚法" });
        (await ledger.CorrectAsync(unit, id, 1, new { occurredOn = "2023-03-01", form = "lecture", summary = "讲解行政许可法" })).Is(200);
        Assert.Empty((await ledger.EntriesAsync(unit, "q=处罚")).Ids());
        Assert.Equal([id], (await ledger.EntriesAsync(unit, "q=许可")).Ids());
    }

    [Fact]
    public async Task the_search_goes_through_the_index()
    {
        await LoggedAsync();
        await using var connection = await ledger.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            """
            set enable_seqscan = off; set enable_indexscan = off;
            explain select d.id from ledger.mt_doc_entrycard as d where d.data -> 'grams' @> '["宪法","法宣"]'::jsonb and position('宪法宣' in d.data ->> 'text') > 0
            """, connection);
        var plan = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                plan.Add(reader.GetString(0));
        }

        Assert.Contains(plan, line => line.Contains(Indexes.CardGrams, StringComparison.Ordinal));
        await using var reset = new NpgsqlCommand("reset all", connection);
        await reset.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static readonly SemaphoreSlim Once = new(1);
    private static (string Unit, List<Guid> Ids)? _logged;

    private async Task<(string Unit, List<Guid> Ids)> LoggedAsync()
    {
        await Once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_logged is { } logged)
                return logged;
            var (unit, ids) = (await ledger.NewUnitAsync(), new List<Guid>());
            foreach (var title in Titles)
                ids.Add(await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-03-01", form = "court-observation", title }));
            _logged = (unit, ids);
            return _logged.Value;
        }
        finally
        {
            Once.Release();
        }
    }
}
