using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Ledger.Api.Tests.Tables;
using Ledger.Domain;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Tests.Importing;

/// <summary>Of every kind: a filled template becomes the entries it says, and what is exported says the same and can be imported again.</summary>
public sealed class RoundTripTests(LedgerFixture ledger)
{
    public static TheoryData<string> Kinds => new(Catalogue.Kinds.Select(k => k.Code));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task a_filled_template_is_imported_and_exported_with_the_same_values(string code)
    {
        var kind = Catalogue.FindKind(code)!;
        await Gen.Int[0, int.MaxValue / 2].SampleAsync(async seed =>
        {
            var activities = Enumerable.Range(0, 6).Select(i => AnyActivity.Of(kind, seed + i)).ToList();
            var expected = activities.Select(a => Canonical(kind, a)).Order(StringComparer.Ordinal).ToList();
            var unit = await ledger.NewUnitAsync(enforcement: true);
            var file = FilledTable.Of(await ledger.FileAsync($"/api/units/{unit}/import/{code}.xlsx"), kind, activities);
            var preview = (await ledger.PreviewAsync(unit, code, file)).Is(200);
            Assert.Empty(preview["problems"].EnumerateArray().Select(p => p.Text("message")));
            Assert.Empty(preview["notes"].EnumerateArray());
            Assert.Equal(6, (await ledger.ImportAsync(unit, code, file)).Is(200)["added"].GetInt32());
            Assert.Equal(expected, await EntriesAsync(unit));

            foreach (var ending in new[] { "xlsx", "csv" })
            {
                var other = await ledger.NewUnitAsync(enforcement: true);
                var exported = await ledger.FileAsync($"/api/units/{unit}/entries.{ending}?kind={code}");
                Assert.Equal(6, (await ledger.ImportAsync(other, code, exported)).Is(200)["added"].GetInt32());
                Assert.Equal(expected, await EntriesAsync(other));
            }
        }, iter: 2, threads: 1);
    }

    private async Task<List<string>> EntriesAsync(string unit) =>
        [.. (await ledger.EntriesAsync(unit)).GetProperty("items").EnumerateArray().Select(i => Canonical(i.GetProperty("activity"))).Order(StringComparer.Ordinal)];

    private static string Canonical(KindDefinition kind, JsonObject sent)
    {
        var activity = ActivityReader.Read(kind, JsonSerializer.SerializeToElement(sent, LedgerJson.Options), new DateOnly(2026, 1, 1)).Activity!;
        return Canonical(JsonSerializer.SerializeToElement(activity, LedgerJson.Options));
    }

    private static string Canonical(JsonElement activity) => System.Text.Encoding.UTF8.GetString(CanonicalJson.Bytes(activity));
}
