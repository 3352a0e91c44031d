using System.Globalization;
using Ledger.Api.Access;
using Ledger.Domain.Kinds;
using Microsoft.AspNetCore.Components;

namespace Ledger.Api.Pages;

/// <summary>What every page and every piece of one can say: in the reader's language, with addresses that are escaped.</summary>
public abstract class PageBase : ComponentBase
{
    private Look? _look;

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    protected Look Look => _look ??= Look.Of(Http);
    protected bool English => Look.English;

    /// <summary>Both languages side by side, where they are used.</summary>
    protected string T(string chinese, string english) => English ? english : chinese;

    /// <summary>Whoever reads this; null before anybody has signed in.</summary>
    protected Caller? Reader => Http.Features.Get<Caller>();

    /// <summary>Whether the table opens this route to the reader: what it does not is not offered.</summary>
    protected bool May(string route, bool withEntries = false) =>
        Reader is { } reader && AccessTable.Routes[route].Opens(reader, Http.GetRouteValue("unit") as string, withEntries);

    /// <summary>The same of a page of the unit.</summary>
    protected bool MayOpen(string page) => May($"GET {PageRoutes.Unit}/{page}");

    protected string Day(DateOnly day) => English
        ? day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)
        : FormattableString.Invariant($"{day.Year}年{day.Month}月{day.Day}日");

    protected string ShortDay(DateOnly day) => English
        ? day.ToString("d MMM", CultureInfo.InvariantCulture)
        : FormattableString.Invariant($"{day.Month}月{day.Day}日");

    protected string Moment(DateTimeOffset at)
    {
        var time = Domain.ChinaCalendar.InChina(at);
        return $"{Day(DateOnly.FromDateTime(time.DateTime))} {time.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    protected string Month(int month) => English
        ? CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month)
        : FormattableString.Invariant($"{month}月");

    protected string Label(Enum code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var option = Codes.OptionsOf(code.GetType())[Convert.ToInt32(code, CultureInfo.InvariantCulture)];
        return T(option.Label, option.EnglishLabel);
    }

    protected string RoleName(string code)
    {
        var option = Codes.OptionsOf(typeof(Access.Role)).First(o => o.Code == code);
        return T(option.Label, option.EnglishLabel);
    }

    protected string KindName(string code) => Catalogue.FindKind(code) is { } kind ? T(kind.Name, kind.EnglishName) : code;

    protected static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A year in an address; what is none is not asked for.</summary>
    protected static int? YearIn(string? sent) =>
        int.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100 ? year : null;

    /// <summary>An address within the unit: <c>At("entries", ("year", "2023"))</c>; what is null or empty is left out.</summary>
    public static string At(string unit, string path, params ReadOnlySpan<(string Name, object? Value)> query)
    {
        var address = path.Length == 0 ? $"/{unit}" : $"/{unit}/{path}";
        var separator = '?';
        foreach (var (name, value) in query)
        {
            var text = value switch { null => "", DateOnly day => Iso(day), _ => Convert.ToString(value, CultureInfo.InvariantCulture)! };
            if (text.Length == 0)
                continue;
            address += $"{separator}{name}={Uri.EscapeDataString(text)}";
            separator = '&';
        }

        return address;
    }
}
