namespace Ledger.Api.Figures;

/// <summary>A figure's code as it stands in an address.</summary>
internal static class FigureCode
{
    /// <summary>A slash in a counter's name stays escaped in a route, because there it would part the address.</summary>
    public static string InAddress(string code) => code.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
