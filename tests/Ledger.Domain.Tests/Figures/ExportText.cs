using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JasperFx.Events;
using Ledger.Domain.Figures;

namespace Ledger.Domain.Tests.Figures;

/// <summary>Exported files made by hand, without a database and without the code that exports.</summary>
internal static class ExportText
{
    public const string Head = """{"ledger":"export","version":1,"units":["u"],"kinds":[{"code":"walk","event":"walk_taken"}],"figures":[""" + Figures + "]}";

    private const string Figures = """
        {"code":"walks","kind":"walk","unit":"次","rule":{"version":1,"measure":"entries","by":"way","whenCodes":[]}},{"code":"steps","kind":"walk","unit":"步","rule":{"version":1,"measure":"sum","field":"left+right","whenCodes":[]}},{"code":"night-walks","kind":"walk","unit":"次","rule":{"version":1,"measure":"entries","whenField":"way","whenCodes":["night","dawn"]}},{"code":"dogs","kind":"walk","unit":"只","rule":{"version":1,"measure":"distinct","field":"dogs","whenCodes":[]}},{"code":"arrival-rate","kind":"walk","unit":"%","rule":{"version":1,"measure":"rate","field":"arrived","denominator":"left","whenCodes":[]}},{"code":"dry-rate","kind":"walk","unit":"%","rule":{"version":1,"measure":"share","field":"dry","whenCodes":[]}},{"code":"walk:*","kind":"walk","unit":"","rule":{"version":1,"measure":"counters","field":"seen","whenCodes":[]}}
        """;

    public static string HeadOfCatalogue(params string[] units) =>
        $$"""{"ledger":"export","version":1,"units":{{JsonSerializer.Serialize(units)}},"kinds":{{StatedRules.KindsJson}},"figures":{{StatedRules.FiguresJson}}}""";

    public static string Event(long sequence, string type, string data, string unit = "u") =>
        $$"""{"seq":{{sequence}},"id":"{{Guid.Empty}}","stream":"{{Guid.Empty}}","version":1,"unit":"{{unit}}","type":"{{type}}","at":"2025-03-12T01:00:00.000000Z","data":{{data}}}""";

    public static string Event(long sequence, object data) =>
        Event(sequence, data.GetType().GetEventTypeName(), JsonSerializer.Serialize(data, data.GetType(), LedgerJson.Options));

    /// <summary>The lines with the closing line that is true of them.</summary>
    public static string Closed(params IEnumerable<string> lines)
    {
        var all = lines.ToList();
        var text = string.Concat(all.Select(l => l + "\n"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return $$"""{{text}}{"events":{{all.Count - 1}},"sha256":"{{hash}}"}""" + "\n";
    }

    public static Task<OfflineFold> FoldAsync(string export) => FoldAsync(new MemoryStream(Encoding.UTF8.GetBytes(export)));

    public static Task<OfflineFold> FoldAsync(Stream export) => OfflineFold.ReadAsync(export, CancellationToken.None);

    /// <summary>Cells of one year as text, one a line, in order.</summary>
    public static string Of(OfflineFold fold, int year) =>
        string.Join('\n', fold.Units["u"][year].Cells
            .OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => $"{c.Key} = {c.Value.Sum:0.##} of {c.Value.Entries}, {c.Value.Inexact} inexact"));
}
