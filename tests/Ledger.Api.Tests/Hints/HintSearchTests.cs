using CsCheck;
using Ledger.Api.Setup;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.Hints;

/// <summary>What the database finds in a year is what looking at every entry in turn finds.</summary>
public sealed class HintSearchTests(LedgerFixture ledger)
{
    private const int Staff = 40;
    private static int _units;

    private static readonly Gen<DateOnly> Day = Gen.Select(Gen.Int[2022, 2023], Gen.Int[1, 14], (year, day) => new DateOnly(year, 5, day));

    private static readonly Gen<string?> Title = OneOf<string?>(null, "集中学法", "集中学法！", "集中 学法（第一场）", "旁听庭审", "Law Day", "law-day");

    private static readonly Gen<Activity> Any = Gen.OneOf(
        Gen.Select(Day, Title, Gen.Enum<LawStudyForm>(), Gen.OneOf(Gen.Int[1, 30], Gen.Int[35, 900]), OneOf<string?>(null, "王老师", "李老师"), (day, title, form, attended, lecturer) =>
            (Activity)new LawStudyHeld { OccurredOn = day, Title = title, Form = (int)form % 2 == 0 ? LawStudyForm.Group : form, Attended = attended, Lecturer = lecturer }),
        Gen.Select(Day, Title, Gen.OneOf(Gen.Int[10, 90], Gen.Int[500, 90000]), Gen.Enum<Precision>(), (day, title, audience, precision) =>
            (Activity)new LawOutreachHeld { OccurredOn = day, Title = title, Scene = OutreachScene.Village, Audience = new Count(audience, precision), Leaflets = 100 }),
        Gen.Select(Day, Title, OneOf("甲律师", "甲 律师", "乙律师"), (day, title, adviser) =>
            (Activity)new LegalServiceProvided { OccurredOn = day, Title = title, Service = LegalServiceType.Consultation, Adviser = adviser }));

    [Fact]
    public async Task whatever_was_logged_both_find_the_same() => await Any.List[0, 90].SampleAsync(
        async activities =>
        {
            var unit = $"hinted{Interlocked.Increment(ref _units)}";
            (await ledger.PostAsync("/api/units", new { code = unit, name = "被提示的单位（虚构）", staff = Staff })).Is(201);
            var cards = await PlantAsync(unit, activities);
            var found = (await ledger.GetAsync($"/api/units/{unit}/hints/2023")).Is(200)["hints"].EnumerateArray().Select(h => h.Text("key")!).Where(k => !k.StartsWith("zero:", StringComparison.Ordinal));
            Assert.Equal(HintModel.Keys([.. cards.Where(c => c.Year == 2023)], [.. cards.Where(c => c.Year == 2022)], Staff).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }, iter: 12, threads: 1);

    [Fact]
    public async Task where_many_a_day_is_usual_only_many_more_are_pointed_out()
    {
        var unit = await ledger.NewUnitAsync();
        await PlantAsync(unit, [.. Enumerable.Range(1, 9).SelectMany(day => Services(day, 6)), .. Services(20, 19)]);
        var hint = Assert.Single(await CrowdedAsync(unit));
        Assert.Equal("day:2023-05-20:19", hint.Text("key"));
        Assert.Equal(Domain.Hints.HintRules.Named, hint.GetProperty("entries").GetArrayLength());

        static IEnumerable<Activity> Services(int day, int count) => Enumerable.Range(1, count).Select(n =>
            new LegalServiceProvided { OccurredOn = new(2023, 5, day), Service = LegalServiceType.Consultation, Adviser = $"{(char)('甲' + n)}律师" });
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private async Task<List<System.Text.Json.JsonElement>> CrowdedAsync(string unit) =>
        [.. (await ledger.GetAsync($"/api/units/{unit}/hints/2023")).Is(200)["hints"].EnumerateArray().Where(h => h.Text("kind") == "many-on-one-day")];

    private async Task<IReadOnlyList<EntryCard>> PlantAsync(string unit, IReadOnlyList<Activity> activities)
    {
        var ct = TestContext.Current.CancellationToken;
        await using (var session = ledger.Store.LightweightSession(unit))
        {
            foreach (var activity in activities)
                session.Events.StartStream<Entry>(Guid.CreateVersion7(), activity);
            await session.SaveChangesAsync(ct);
        }

        await ledger.Host.Services.GetRequiredService<Freshness>().AwaitAsync(nameof(EntryCards), ct);
        await using var look = ledger.Store.QuerySession(unit);
        return await look.Query<EntryCard>().ToListAsync(ct);
    }
}
