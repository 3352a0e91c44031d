using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ledger.Domain;
using Ledger.Domain.Figures;
using Ledger.Log.Editions;

namespace Ledger.Api.Commands;

/// <summary>
/// Counts an edition's figures again from the events it carries, by the offline fold and the rules in the file: the events
/// are put into the form of an export, which that evaluator reads.
/// </summary>
public static class EditionRecount
{
    /// <returns>The first figure that does not come out as frozen; null where all do.</returns>
    public static async Task<EditionFault?> RunAsync(EditionProof proof, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(proof);
        try
        {
            using var export = new MemoryStream(Export(proof));
            var fold = await OfflineFold.ReadAsync(export, ct);
            var year = fold.Units[proof.Unit].GetValueOrDefault(proof.Year) ?? new OfflineYear(proof.Year);
            using var figures = JsonDocument.Parse(proof.Figures);
            return figures.RootElement.EnumerateArray().Select(f => Differs(f, year)).FirstOrDefault(f => f is not null);
        }
        catch (Exception e) when (e is ExportUnreadableException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new($"无法重算：{e.Message}", $"cannot be counted again: {e.Message}");
        }
    }

    private static EditionFault? Differs(JsonElement figure, OfflineYear year)
    {
        var code = figure.GetProperty("code").GetString()!;
        var rate = figure.TryGetProperty("denominator", out var denominator);
        var distinct = year.Cells.Where(c => c.Key.StartsWith($"{code}|name|", StringComparison.Ordinal)).ToList();
        var value = figure.GetProperty("value");
        (string Part, decimal Frozen, decimal Counted)[] compared = rate
            ? [("分子", figure.GetProperty("numerator").GetDecimal(), Sum($"{code}|numerator")), ("分母", denominator.GetDecimal(), Sum($"{code}|denominator"))]
            : [("", value.GetDecimal(), distinct.Count > 0 ? distinct.Count(c => c.Value.Entries > 0) : Sum(code))];
        foreach (var aspect in figure.GetProperty("breakdown").EnumerateObject())
            compared = [.. compared, .. aspect.Value.EnumerateObject().Select(p => ($"{aspect.Name}/{p.Name}", p.Value.GetDecimal(), Sum($"{code}|{aspect.Name}|{p.Name}")))];
        foreach (var (part, frozen, counted) in compared)
        {
            if (frozen != counted)
                return new($"指标 {code} {part}：定稿 {frozen}，重算 {counted}", $"figure {code} {part}: frozen {frozen}, counted {counted}");
        }

        return null;

        decimal Sum(string cell) => year.Cells.GetValueOrDefault(cell).Sum;
    }

    private static byte[] Export(EditionProof proof)
    {
        var text = new StringBuilder();
        Line(new { ledger = "export", version = 1, units = new[] { proof.Unit }, kinds = proof.Kinds, figures = proof.Rules });
        foreach (var e in proof.Events)
            text.Append(JsonSerializer.Serialize(new { seq = e.Seq, unit = proof.Unit, type = e.Type }, LedgerJson.Options)[..^1]).Append(",\"data\":").Append(Encoding.UTF8.GetString(e.Data())).Append("}\n");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return [.. bytes, .. Encoding.UTF8.GetBytes($$"""{"events":{{proof.Events.Count}},"sha256":"{{Convert.ToHexStringLower(SHA256.HashData(bytes))}}"}""" + "\n")];

        void Line(object value) => text.Append(JsonSerializer.Serialize(value, LedgerJson.Options)).Append('\n');
    }
}
