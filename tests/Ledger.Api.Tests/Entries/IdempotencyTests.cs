using Npgsql;

namespace Ledger.Api.Tests.Entries;

/// <summary>A request sent twice under one key happens once.</summary>
[Collection(Alone.Name)]
public sealed class IdempotencyTests(LedgerFixture ledger)
{
    private static string NewKey() => Guid.CreateVersion7().ToString();

    [Fact]
    public async Task the_same_request_again_is_answered_with_the_first_answer()
    {
        var (unit, key) = (await ledger.NewUnitAsync(), NewKey());
        var first = (await LogAsync(unit, key)).Is(201);
        var again = (await LogAsync(unit, key)).Is(201);
        Assert.Equal((first.Text, first.Location, first.MediaType), (again.Text, again.Location, again.MediaType));
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "legal-service"));
    }

    [Fact]
    public async Task another_body_under_the_same_key_is_refused()
    {
        var (unit, key) = (await ledger.NewUnitAsync(), NewKey());
        (await LogAsync(unit, key)).Is(201);
        var other = (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service("2023-03-02"), key)).Is(422);
        Assert.Equal("application/problem+json", other.MediaType);
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "legal-service"));
    }

    [Fact]
    public async Task the_same_key_for_another_unit_or_kind_is_another_key()
    {
        var (one, other, key) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync(), NewKey());
        const string body = """{"occurredOn":"2023-03-01","items":3}""";
        var ids = new HashSet<Guid>();
        foreach (var (unit, kind) in new[] { (one, "collective-decision"), (other, "collective-decision"), (one, "publicity-list"), (other, "publicity-list") })
            Assert.True(ids.Add((await ledger.PostAsync($"/api/units/{unit}/entries/{kind}", body, key)).Is(201)["id"].GetGuid()));
        Assert.Equal(3, await ledger.ValueAsync(other, 2023, "publicity-list-items"));
    }

    [Fact]
    public async Task twenty_four_at_once_are_one_event_and_no_number_is_burnt()
    {
        var (unit, key) = (await ledger.NewUnitAsync(), NewKey());
        var before = await NumberAsync("select last_value from ledger.mt_events_sequence");
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => LogAsync(unit, key)));
        Assert.All(answers, a => a.Is(201));
        Assert.Single(answers.Select(a => a["id"].GetGuid()).Distinct());
        Assert.Equal(before + 1, await NumberAsync("select last_value from ledger.mt_events_sequence"));
        Assert.Equal(before + 1, await NumberAsync("select max(seq_id) from ledger.mt_events"));
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "legal-service"));
    }

    [Fact]
    public async Task when_the_kept_answer_is_gone_the_entry_itself_answers()
    {
        var (unit, key) = (await ledger.NewUnitAsync(), NewKey());
        var first = (await LogAsync(unit, key)).Is(201);
        (await ledger.CorrectAsync(unit, first["id"].GetGuid(), 1, LedgerVerbs.Service("2023-03-02"))).Is(200);
        await ForgetAnswersAsync();
        var again = (await LogAsync(unit, key)).Is(201);
        Assert.Equal((first.Text, first.Location, first.MediaType), (again.Text, again.Location, again.MediaType));
        (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service("2023-03-05"), key)).Refuses(422, "key-reused");
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "legal-service"));
    }

    [Fact]
    public async Task a_key_whose_request_was_refused_can_be_used_again()
    {
        var (unit, key) = (await ledger.NewUnitAsync(), NewKey());
        (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service("1999-01-01"), key)).RefusesField("occurredOn");
        (await LogAsync(unit, key)).Is(201);
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "legal-service"));
    }

    [Fact]
    public async Task a_correction_or_void_sent_again_is_answered_again()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        var (first, second) = (NewKey(), NewKey());
        for (var i = 0; i < 3; i++)
            Assert.Equal(3, (await ledger.CorrectAsync(unit, id, 1, LedgerVerbs.Service("2023-03-02"), key: first)).Is(200)["version"].GetInt32());
        for (var i = 0; i < 3; i++)
            Assert.Equal(4, (await ledger.VoidAsync(unit, id, 3, key: second)).Is(200)["version"].GetInt32());
        Assert.Equal(4, (await ledger.EntryAsync(unit, id)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task racing_corrections_of_one_version_have_one_winner()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogAsync(unit, "collective-decision", new { occurredOn = "2023-03-01", items = 1 });
        var racers = Enumerable.Range(2, 16).Select(async items =>
            (Items: items, Answer: await ledger.CorrectAsync(unit, id, 1, new { occurredOn = "2023-03-01", items })));
        var answers = await Task.WhenAll(racers);
        var winner = Assert.Single(answers, a => a.Answer.Status == 200);
        Assert.All(answers.Where(a => a != winner), a => a.Answer.Refuses(409, "stale-version"));
        Assert.Equal(winner.Items, await ledger.ValueAsync(unit, 2023, "collective-decision-items"));
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "collective-decisions"));
        Assert.Equal(3, (await ledger.EntryAsync(unit, id)).GetProperty("history").GetArrayLength());
    }

    private Task<Answer> LogAsync(string unit, string key) =>
        ledger.PostAsync($"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service(), key);

    /// <summary>As a day later.</summary>
    private async Task ForgetAnswersAsync()
    {
        await using var command = ledger.Database.CreateCommand("delete from wolverine.wolverine_deduplicated_responses");
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    private async Task<long> NumberAsync(string sql)
    {
        await using NpgsqlCommand command = ledger.Database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
