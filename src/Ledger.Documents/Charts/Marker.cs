using Ledger.Documents.Drawings;

namespace Ledger.Documents.Charts;

/// <summary>The mark at each point of a line: another shape for each series.</summary>
internal static class Marker
{
    public const double Radius = 2.2;
    private static readonly Pen Edge = new(0.8);

    public static Shape At(Point centre, int series)
    {
        var corners = (series % 3) switch { 0 => 16, 1 => 4, _ => 3 };
        var turn = corners == 4 ? Math.PI / 4 : -Math.PI / 2;
        var points = Enumerable.Range(0, corners).Select(i =>
        {
            var angle = turn + 2 * Math.PI * i / corners;
            return new Point(Math.Round(centre.X + Radius * Math.Cos(angle), 3), Math.Round(centre.Y + Radius * Math.Sin(angle), 3));
        });
        return new Trace([.. points], Edge, series < 3 ? 0 : 1);
    }
}
