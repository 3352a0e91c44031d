using Ledger.Domain.Reports;

namespace Ledger.Api.Reports;

/// <summary>The templates beside the program, read once: the yearly report first, then those made from the same log.</summary>
public static class Templates
{
    /// <summary>The yearly report: the only one that is frozen into editions.</summary>
    public const string Yearly = "annual-report";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "seeds", "templates");

    private static readonly Lazy<IReadOnlyList<TemplateFile>> Read = new(() =>
        [.. Directory.EnumerateFiles(Folder, "*.md").Select(f => TemplateFile.Parse(Path.GetFileNameWithoutExtension(f), File.ReadAllText(f)))
            .OrderBy(t => t.Code != Yearly).ThenBy(t => t.Code, StringComparer.Ordinal)]);

    private static readonly Lazy<IReadOnlyList<SectionOrder>> ReadOrders = new(() => TemplateFile.Orders(File.ReadAllText(Path.Combine(Folder, "orders.json"))));

    public static IReadOnlyList<TemplateFile> All => Read.Value;

    /// <summary>The orders of the yearly report's sections.</summary>
    public static IReadOnlyList<SectionOrder> Orders => ReadOrders.Value;

    /// <summary>Null is the yearly report; null comes back for one that does not exist.</summary>
    public static TemplateFile? Find(string? code) => All.FirstOrDefault(t => t.Code == (string.IsNullOrEmpty(code) ? Yearly : code));
}
