using System.Globalization;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Marten;

namespace Ledger.Api.Tests.Figures;

/// <summary>Any figure as it was known at any earlier event, time or day.</summary>
public sealed class AsOfTests(LedgerFixture ledger)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task by_sequence_every_step_of_the_past_can_be_read()
    {
        var unit = await ledger.NewUnitAsync();
        var first = await ledger.LogServiceAsync(unit);
        await ledger.LogServiceAsync(unit);
        (await ledger.VoidAsync(unit, first, 1)).Is(200);
        var known = (await SequencesAsync(unit)).ToList();
        // The unit's own first event, two entries, the void.
        Assert.Equal(4, known.Count);
        decimal[] values = [0, 1, 2, 1];
        for (var i = 0; i < known.Count; i++)
            Assert.Equal(values[i], await ledger.ValueAsync(unit, 2023, "legal-service", known[i].ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(0, await ledger.ValueAsync(unit, 2023, "legal-service", "0"));
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "legal-service", "9223372036854775807"));
        var past = await ledger.FiguresAsync(unit, 2023, known[2].ToString(CultureInfo.InvariantCulture));
        Assert.Equal(known[2], past.GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task by_time_and_day_what_had_been_recorded_until_then_counts()
    {
        var unit = await ledger.NewUnitAsync();
        await RecordAsync(unit, "2023-06-30T15:59:59.5Z");
        await RecordAsync(unit, "2023-06-30T16:00:00Z");
        await RecordAsync(unit, "2023-07-02T00:00:00Z");
        (string AsOf, decimal Value)[] expected =
        [
            ("2023-06-29", 0), ("2023-06-30", 1), ("2023-07-01", 2), ("2023-07-02", 3), ("2023-12-31", 3), ("1990-01-01", 0),
            ("2023-06-30T15:59:59Z", 0), ("2023-06-30T15:59:59.5Z", 1), ("2023-07-01T00:00:00+08:00", 2), ("2023-06-30T23:59:59+08:00", 0),
        ];
        foreach (var (asOf, value) in expected)
            Assert.True(value == await ledger.ValueAsync(unit, 2023, "legal-service", asOf), asOf);
        // An unescaped + arrives as a space.
        var answer = await ledger.GetAsync($"/api/units/{unit}/figures/2023/legal-service?asOf=2023-07-01T00:00:00+08:00");
        Assert.Equal(2, answer.Is(200)["figure"].Decimal("value"));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("2023-13-01")]
    [InlineData("2023-06-31")]
    [InlineData("June")]
    [InlineData("12:00")]
    [InlineData("2023/06/30")]
    [InlineData("99999999999999999999")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    public async Task what_is_no_moment_is_refused(string asOf)
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.GetAsync($"/api/units/{unit}/figures/2023?asOf={Uri.EscapeDataString(asOf)}")).RefusesField("asOf");
        (await ledger.GetAsync($"/api/units/{unit}/figures/2023/legal-service?asOf={Uri.EscapeDataString(asOf)}")).RefusesField("asOf");
    }

    [Fact]
    public async Task over_checkpoints_the_past_is_the_fold_of_the_events_until_then()
    {
        var unit = await ledger.NewUnitAsync();
        await using (var session = ledger.Store.LightweightSession(unit))
        {
            for (var i = 0; i < 1200; i++)
            {
                var held = new DisputeMediated { OccurredOn = new(2023 + (i % 7 == 0 ? 1 : 0), 3, 1 + (i % 28)), Cases = i % 11, Succeeded = i % 5 };
                session.Events.StartStream<Entry>(Guid.CreateVersion7(), i % 13 == 0 ? [held, new EntryReversed(held, ReversalReason.Duplicate, "重复")] : [held]);
            }

            await session.SaveChangesAsync(Ct);
        }

        await ledger.FiguresAsync(unit, 2023);
        await using var query = ledger.Store.QuerySession(unit);
        Assert.True(await query.Query<YearBookCheckpoint>().CountAsync(Ct) >= 2);
        var events = await query.Events.QueryAllRawEvents().OrderBy(e => e.Sequence).ToListAsync(Ct);
        for (var i = 0; i < 20; i++)
        {
            var until = events[i * (events.Count - 1) / 19].Sequence;
            var past = events.Where(e => e.Sequence <= until && YearBookEvents.YearOf(e.Data) == 2023).Aggregate(YearBook.Empty(2023), (book, e) => book.Apply(e));
            var expected = Figure.ReadAll(past, enforcement: false).Where(f => f.Code.StartsWith("mediation", StringComparison.Ordinal)).Select(f => (f.Code, f.Value, (decimal?)f.Entries));
            var read = (await ledger.FiguresAsync(unit, 2023, until.ToString(CultureInfo.InvariantCulture))).GetProperty("figures").EnumerateArray()
                .Where(f => f.Text("code")!.StartsWith("mediation", StringComparison.Ordinal)).Select(f => (f.Text("code")!, f.Decimal("value"), f.Decimal("entries")));
            Assert.Equal(expected, read);
        }
    }

    private async Task RecordAsync(string unit, string at)
    {
        await using var session = ledger.Store.LightweightSession(unit);
        var e = session.Events.BuildEvent(new LegalServiceProvided { OccurredOn = new(2023, 6, 1), Service = LegalServiceType.Consultation, Adviser = "某律师" });
        e.Timestamp = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture).ToUniversalTime();
        session.Events.StartStream<Entry>(Guid.CreateVersion7(), e);
        await session.SaveChangesAsync(Ct);
    }

    private async Task<IEnumerable<long>> SequencesAsync(string unit)
    {
        await using var session = ledger.Store.QuerySession(unit);
        return (await session.Events.QueryAllRawEvents().OrderBy(e => e.Sequence).ToListAsync(Ct)).Select(e => e.Sequence);
    }
}
