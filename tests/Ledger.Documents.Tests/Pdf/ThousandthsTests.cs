using System.Globalization;
using Ledger.Documents.Pdf;

namespace Ledger.Documents.Tests.Pdf;

public class ThousandthsTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0004, "0")]
    [InlineData(-0.25, "-0.25")]
    [InlineData(0.05, "0.05")]
    [InlineData(12.3, "12.3")]
    [InlineData(841.8897638, "841.89")]
    [InlineData(0.0005, "0")]
    [InlineData(0.0015, "0.002")]
    public void numbers_have_up_to_three_decimals(double value, string expected) => Assert.Equal(expected, PdfSyntax.Number(value));

    [Fact]
    public void numbers_are_written_as_the_framework_writes_them()
    {
        var random = new Random(20240207);
        for (var i = 0; i < 50_000; i++)
        {
            var value = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-4, 8));
            var expected = Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);
            Assert.Equal(expected == "-0" ? "0" : expected, PdfSyntax.Number(value));
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e12)]
    public void what_is_no_length_is_refused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => PdfSyntax.Number(value));
}
