using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Ledger.Domain.Kinds;
using Ledger.Domain.Sentences;

namespace Ledger.Domain.Tests.Sentences;

/// <summary>What holds for whatever is typed: sentences torn apart and put together again, and noise.</summary>
public sealed class AnySentenceTests
{
    private static readonly string[] Pieces =
    [
        .. TypedSentence.From("sentences.jsonl").Concat(TypedSentence.From("tired.jsonl")).SelectMany(s => s.Text.Chunk(3).Select(c => new string(c))),
        "，", "。", "、", " ", "\n", "《", "》", "“", "”", "…", "３", "0", "9999", "万", "亿", "两", "俩", "万2千", "十", "全员", "率100%", "刚", "又", "下午", "月份", "不到", "个钟头", "90分钟", "村", "律师", "上周", "2月30日", "-", ".", "0.5", "https://", "〔2024〕", "\uD800", "\uFFFD", "😀", "\0",
    ];

    private static readonly Gen<string> Texts =
        Gen.Select(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60], Gen.String[0, 6], (pieces, noise) => string.Concat(pieces) + noise);

    private static readonly Gen<DateOnly> Days = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    [Fact]
    public void nothing_typed_makes_it_throw_and_every_stretch_lies_inside_the_text_and_over_no_other() =>
        Gen.Select(Texts, Days).Sample((text, today) =>
        {
            foreach (var reading in Sentence.Read(text, today).Readings)
            {
                var end = 0;
                foreach (var stretch in reading.Stretches)
                {
                    Assert.True(stretch.Start >= end && stretch.Length > 0);
                    end = stretch.Start + stretch.Length;
                    Assert.All(stretch.Fields, f => Assert.True(reading.Fields.TryGetProperty(f, out _)));
                }

                Assert.True(end <= text.Length);
                Assert.InRange(reading.Confidence, 0, 1);
            }
        }, iter: 1000);

    [Fact]
    public void every_field_filled_in_passes_the_kinds_own_validation() =>
        Gen.Select(Texts, Days).Sample((text, today) =>
        {
            foreach (var reading in Sentence.Read(text, today).Readings)
            {
                var refused = ActivityReader.Read(Catalogue.FindKind(reading.Kind)!, reading.Fields, today).Problems;
                Assert.All(refused, p => Assert.False(reading.Fields.TryGetProperty(p.Path.Split('.', '[')[0], out _), $"{p.Path} {p.Message}"));
            }
        }, iter: 1000);

    [Fact]
    public void every_count_stands_in_the_stretch_it_was_read_from() =>
        Texts.Sample(text =>
        {
            foreach (var reading in Sentence.Read(text, TypedSentence.Today).Readings)
            {
                foreach (var field in Catalogue.FindKind(reading.Kind)!.Fields.Where(f => f.Type is FieldType.Int or FieldType.Count && f.Name != "planYear"))
                {
                    if (!reading.Fields.TryGetProperty(field.Name, out var value))
                        continue;
                    var stretch = reading.Stretches.Single(s => s.Fields.Contains(field.Name));
                    // 查出问题3个，已全部整改: the number of the whole, and the words that say it is all of them.
                    var isWhole = field.AtMost is { } whole && reading.Fields.TryGetProperty(whole, out var all) && Number(all) == Number(value);
                    Assert.True(isWhole || Says(text.Substring(stretch.Start, stretch.Length), Number(value)), $"{field.Name} {value} of {reading.Kind} {reading.Fields.GetRawText()} in {text}");
                }
            }
        }, iter: 1000);

    private static long Number(JsonElement value) => (value.ValueKind == JsonValueKind.Object ? value.GetProperty("value") : value).GetInt64();

    [Fact]
    public void digits_of_full_width_make_no_difference() =>
        Texts.Sample(text =>
        {
            var wide = string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c));
            var (narrow, full) = (Sentence.Read(text, TypedSentence.Today), Sentence.Read(wide, TypedSentence.Today));
            Assert.Equal(Written(narrow.Readings), Written(full.Readings));
        }, iter: 1000);

    [Theory]
    [InlineData("村")]
    [InlineData("一")]
    [InlineData("1")]
    [InlineData("1,2.")]
    [InlineData("万亿")]
    [InlineData("3月5日")]
    [InlineData("审查合同")]
    [InlineData("律师")]
    [InlineData("发资料3份")]
    [InlineData("《")]
    public void the_longest_text_is_read_within_a_second(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Sentence.Longest / piece.Length));
        Sentence.Read(text, TypedSentence.Today);
        var clock = Stopwatch.StartNew();
        Sentence.Read(text, TypedSentence.Today);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"{clock.ElapsedMilliseconds} ms");
    }

    /// <summary>Reads the number a second time, from its stretch alone and by plainer means.</summary>
    private static bool Says(string said, long number)
    {
        var half = string.Concat(said.Where(c => !char.IsWhiteSpace(c) && c != ',').Select(c => c is >= '０' and <= '９' ? (char)(c - 0xFEE0) : c));
        var digits = string.Concat(half.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or '．'));
        if (digits.Length == 0)
            return half.Any(c => "零一二两俩三仨四五六七八九十百千".Contains(c, StringComparison.Ordinal)) || number == 0;
        var value = decimal.Parse(digits.Replace('．', '.').TrimEnd('.'), CultureInfo.InvariantCulture);
        if (Regex.Match(half, "([0-9.]+)[百千万亿]([0-9]{1,4})[百千]?") is { Success: true } two
            && decimal.TryParse(two.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var most) && decimal.TryParse(two.Groups[2].ValueSpan, CultureInfo.InvariantCulture, out var rest)
            && Places.Any(p => Places.Any(q => most * p + rest * q == number)))
            return true;
        return new[] { 1m, 100, 1000, 10_000, 100_000_000, 1_000_000, 10_000_000 }.Any(f => value * f == number);
    }

    private static readonly decimal[] Places = [1, 10, 100, 1000, 10_000, 10_000_000, 100_000_000];

    private static IEnumerable<string> Written(IEnumerable<Reading> readings) => readings.Select(r => $"{r.Kind} {r.Fields.GetRawText()} {r.Confidence}");
}
