using Ledger.Domain.Calendars;

namespace Ledger.Domain.Tests.Calendars;

/// <summary>A year's arrangement is taken as the notice has it, or refused where it cannot be one.</summary>
public sealed class HolidayYearTests
{
    private const string Source = """ "source":{"document":"国办发明电〔2023〕7号","title":"通知","issuedOn":"2023-10-25","url":"https://www.gov.cn/"},"verified":true """;
    private const string NewYear = """{"name":"元旦","from":"2024-01-01","to":"2024-01-01"}""";

    [Fact]
    public void four_years_are_shipped_each_with_its_notice()
    {
        var years = ShippedCalendar.Calendar.Days.Years;
        Assert.Equal([2023, 2024, 2025, 2026], years.Select(y => y.Year));
        Assert.Equal(["国办发明电〔2022〕16号", "国办发明电〔2023〕7号", "国办发明电〔2024〕12号", "国办发明电〔2025〕7号"], years.Select(y => y.Source.Document));
        Assert.Equal([27, 28, 28, 33], years.Select(y => y.Off.Sum(s => s.To.DayNumber - s.From.DayNumber + 1)));
        Assert.Equal([7, 8, 5, 6], years.Select(y => y.Work.Count));
        Assert.All(years, y => Assert.True(y.Verified && y.Source.IssuedOn < new DateOnly(y.Year, 1, 1)));
    }

    [Theory]
    [InlineData("$.off", """{"year":2024,SOURCE,"off":[],"work":[]}""")]
    [InlineData("$.year", """{"year":1924,SOURCE,"off":[{"name":"元旦","from":"1924-01-01","to":"1924-01-01"}],"work":[]}""")]
    [InlineData("$.off[0]", """{"year":2024,SOURCE,"off":[{"name":"元旦","from":"2024-01-02","to":"2024-01-01"}],"work":[]}""")]
    [InlineData("$.off[0]", """{"year":2024,SOURCE,"off":[{"name":"元旦","from":"2023-12-01","to":"2024-01-01"}],"work":[]}""")]
    [InlineData("$.off[1]", """{"year":2024,SOURCE,"off":[NEWYEAR,{"name":"春节","from":"2024-01-01","to":"2024-01-03"}],"work":[]}""")]
    [InlineData("$.work[0]", """{"year":2024,SOURCE,"off":[NEWYEAR],"work":["2024-02-05"]}""")]
    [InlineData("$.work[0]", """{"year":2024,SOURCE,"off":[NEWYEAR],"work":["2023-02-04"]}""")]
    [InlineData("$.work[1]", """{"year":2024,SOURCE,"off":[NEWYEAR],"work":["2024-02-04","2024-02-04"]}""")]
    [InlineData("$.work[0]", """{"year":2024,SOURCE,"off":[{"name":"春节","from":"2024-02-03","to":"2024-02-05"}],"work":["2024-02-04"]}""")]
    public void what_cannot_be_a_year_is_refused_with_place_and_reason(string place, string json)
    {
        var refused = Assert.Throws<CalendarDataException>(() => HolidayYear.Parse("2024.json", Full(json)));
        Assert.Equal(place, Assert.Single(refused.Problems).Path);
        Assert.Contains("2024.json", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"year":2024}""")]
    [InlineData("""{"year":"2024",SOURCE,"off":[NEWYEAR],"work":[]}""")]
    [InlineData("""{"year":2024,SOURCE,"off":[NEWYEAR],"work":["4 February"]}""")]
    [InlineData("""{"year":2024,SOURCE,"off":[NEWYEAR],"work":null}""")]
    [InlineData("""{"year":2024,SOURCE,"off":[NEWYEAR],"work":[],"workdays":[]}""")]
    [InlineData("""{"year":2024,"year":2025,SOURCE,"off":[NEWYEAR],"work":[]}""")]
    public void what_is_no_such_file_is_refused_where_it_stops_being_one(string json) =>
        Assert.NotEmpty(Assert.Throws<CalendarDataException>(() => HolidayYear.Parse("2024.json", Full(json))).Problems[0].Path);

    private static string Full(string json) => json.Replace("SOURCE", Source, StringComparison.Ordinal).Replace("NEWYEAR", NewYear, StringComparison.Ordinal);
}
