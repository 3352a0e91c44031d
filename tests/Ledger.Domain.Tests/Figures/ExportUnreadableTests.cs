using Ledger.Domain.Figures;

namespace Ledger.Domain.Tests.Figures;

/// <summary>A file that is not what was exported is refused with the line that says so, never half counted.</summary>
public sealed class ExportUnreadableTests
{
    private static readonly string One = ExportText.Event(1, "walk_taken", """{"occurredOn":"2025-03-12","role":"host"}""");
    private static readonly string Two = ExportText.Event(2, "walk_taken", """{"occurredOn":"2025-03-13","role":"host"}""");
    private static readonly string Sound = ExportText.Closed(ExportText.Head, One, Two);

    [Fact]
    public async Task a_sound_file_is_read_however_its_bytes_arrive()
    {
        foreach (var size in (int[])[1, 7, 4096])
            Assert.Equal(2, (await ExportText.FoldAsync(new Dribble(Sound, size))).Events);
        Assert.Equal(2, (await ExportText.FoldAsync(Sound.TrimEnd('\n'))).Events);
    }

    [Fact]
    public Task without_its_closing_line() => Refused(4, $"{ExportText.Head}\n{One}\n{Two}\n", "文件不完整，缺少结尾行（line 4: the file is cut off: its last line is missing）");

    [Fact]
    public Task cut_off_within_a_line() => Refused(3, Sound[..(ExportText.Head.Length + One.Length + 20)], "无法读取");

    [Fact]
    public Task empty() => Refused(1, "", "its last line is missing");

    [Fact]
    public Task with_a_digit_changed() => Refused(4, Sound.Replace("2025-03-13", "2025-03-14"), "校验值不符，文件已被改动（line 4: the hash does not fit: the file was changed）");

    [Fact]
    public Task with_an_event_taken_out() => Refused(3, Sound.Replace(Two + "\n", ""), "事件数与结尾行所记不符（line 3: the number of events is not the one the closing line states）");

    [Fact]
    public Task with_more_behind_the_closing_line() => Refused(5, Sound + Two + "\n", "结尾行之后还有内容（line 5: there is something behind the closing line）");

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public Task of_another_version(int version) => Refused(1, ExportText.Closed(ExportText.Head.Replace("\"version\":1,\"units\"", $"\"version\":{version},\"units\"")), $"unknown version {version}");

    [Fact]
    public Task of_something_else() => Refused(1, "名称,数量\n", "无法读取");

    [Fact]
    public Task that_says_it_is_something_else() => Refused(1, ExportText.Closed(ExportText.Head.Replace("\"export\"", "\"backup\"")), "no export of a ledger");

    [Fact]
    public Task with_a_line_that_is_no_event() => Refused(2, ExportText.Closed(ExportText.Head, "{}"), "无法读取");

    [Fact]
    public Task with_an_event_twice() => Refused(3, ExportText.Closed(ExportText.Head, One, One), "event 1 stands behind event 1");

    [Fact]
    public Task with_its_events_out_of_order() => Refused(3, ExportText.Closed(ExportText.Head, Two, One), "event 1 stands behind event 2");

    [Fact]
    public Task with_an_event_of_a_unit_it_does_not_name() => Refused(2, ExportText.Closed(ExportText.Head, One.Replace("\"unit\":\"u\"", "\"unit\":\"v\"")), "an event of the unit 'v', which the file does not name");

    [Fact]
    public Task with_a_measure_nobody_knows() => Refused(1, ExportText.Closed(ExportText.Head.Replace("distinct", "median")), "unknown measure 'median'");

    [Fact]
    public Task with_a_rule_that_does_not_say_what_it_adds_up() => Refused(1, ExportText.Closed(ExportText.Head.Replace("\"field\":\"dogs\"", "\"field\":null")), "a rule by 'distinct' needs a field");

    [Theory]
    [InlineData("\"units\":[\"u\"]", "\"units\":[\"u\",\"u\"]")]
    [InlineData("\"units\":[\"u\"]", "\"units\":[null]")]
    [InlineData("\"event\":\"walk_taken\"", "\"event\":null")]
    [InlineData("\"kind\":\"walk\"", "\"kind\":null")]
    [InlineData("\"kind\":\"walk\"", "\"kind\":\"swim\"")]
    public Task with_a_head_that_names_something_twice_or_not_at_all(string sound, string broken) =>
        Refused(1, ExportText.Closed(ExportText.Head.Replace(sound, broken)), "无法读取");

    [Theory]
    [InlineData("\"unit\":\"u\"", "\"unit\":null")]
    [InlineData("\"type\":\"walk_taken\"", "\"type\":null")]
    [InlineData("\"occurredOn\":\"2025-03-12\"", "\"occurredOn\":null")]
    [InlineData("\"occurredOn\":\"2025-03-12\"", "\"occurredOn\":\"12.3.2025\"")]
    public Task with_an_event_that_leaves_out_what_it_is_counted_by(string sound, string broken) =>
        Refused(2, ExportText.Closed(ExportText.Head, One.Replace(sound, broken)), "无法读取");

    private static async Task Refused(long line, string export, string because)
    {
        var refusal = await Assert.ThrowsAsync<ExportUnreadableException>(() => ExportText.FoldAsync(export));
        Assert.Equal(line, refusal.Line);
        Assert.StartsWith($"第 {line} 行：", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Gives a few bytes at a time, as a pipe or a network may.</summary>
    private sealed class Dribble(string text, int size) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
