using CsCheck;
using Ledger.Documents.Charts;

namespace Ledger.Documents.Tests.Charts;

public class AxisTests
{
    private static readonly Gen<decimal> Value =
        Gen.Select(Gen.Long[-1_000_000_000_000_000, 1_000_000_000_000_000], Gen.Int[0, 12], (whole, places) => whole / Power(places));

    [Fact]
    public void every_scale_holds_its_values_on_two_to_seven_ticks_of_a_round_step() =>
        Gen.Select(Value.List[0, 31], Gen.Bool, Gen.Bool).Sample((values, fromZero, whole) =>
        {
            var axis = Axis.Of(values, fromZero, whole);
            Assert.All(values, value => Assert.InRange(value, axis.From, axis.To));
            Assert.InRange(axis.Ticks.Count(), 2, 7);
            Assert.Equal(axis.To, axis.Ticks.Last());
            Assert.Contains(FirstDigit(axis.Step), new[] { 1, 2, 5 });
            Assert.Equal(axis.Step * Math.Floor(axis.From / axis.Step), axis.From);
            if (fromZero) Assert.Contains(0m, axis.Ticks);
            if (whole) Assert.All(axis.Ticks, tick => Assert.Equal(Math.Floor(tick), tick));
        });

    [Theory]
    [InlineData(31, 0, 40, 10)]
    [InlineData(1, 0, 1, 1)]
    [InlineData(7, 0, 8, 2)]
    [InlineData(100, 0, 100, 20)]
    public void counts_get_the_scale_a_person_would_draw(int most, int from, int to, int step) =>
        Assert.Equal(new Axis(from, to, step), Axis.Of([most, 0], fromZero: true, whole: true));

    [Fact]
    public void nothing_but_zeros_stands_on_a_scale_of_one() => Assert.Equal(new Axis(0, 1, 1), Axis.Of([0, 0], fromZero: true, whole: true));

    [Theory]
    [InlineData(150, "0 50 100 150")]
    [InlineData(15_000_000, "0 500万 1000万 1500万")]
    [InlineData(123_456_789, "0 0.5亿 1亿 1.5亿")]
    public void large_ticks_are_counted_in_wan_and_yi(int most, string ticks) =>
        Assert.Equal(ticks, string.Join(' ', ChartNumber.Ticks(Axis.Of([most], fromZero: true, whole: true))));

    private static decimal Power(int places) => Enumerable.Repeat(10m, places).Aggregate(1m, (product, ten) => product * ten);

    private static int FirstDigit(decimal step)
    {
        while (step < 1) step *= 10;
        while (step >= 10) step /= 10;
        return step == Math.Floor(step) ? (int)step : 0;
    }
}
