using System.Globalization;
using Ledger.Domain.Figures;

namespace Ledger.Domain.Reports;

/// <summary>A figure's value as it is printed: 20, 3200余, 97.9%, — over nothing.</summary>
public static class FigureText
{
    public static string Of(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure.Unit == "%")
            return figure.Value is { } rate ? rate.ToString("0.0", CultureInfo.InvariantCulture) + "%" : "—";
        return Number(figure.Value ?? 0, figure.Approximate);
    }

    public static string Number(decimal value, bool approximate) =>
        value.ToString(value % 1 == 0 ? "0" : "0.00", CultureInfo.InvariantCulture) + (approximate ? "余" : "");
}
