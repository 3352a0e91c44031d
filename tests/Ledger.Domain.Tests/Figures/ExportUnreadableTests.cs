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
    public Task without_its_closing_line() => Refused(4, $"{ExportText.Head}\n{One}\n{Two}\n");

    [Fact]
    public Task cut_off_within_a_line() => Refused(3, Sound[..(ExportText.Head.Length + One.Length + 20)]);

    [Fact]
    public Task empty() => Refused(1, "");

    [Fact]
    public Task with_a_digit_changed() => Refused(4, Sound.Replace("2025-03-13", "2025-03-14"));

    [Fact]
    public Task with_an_event_taken_out() => Refused(3, Sound.Replace(Two + "\n", ""));

    [Fact]
    public Task with_more_behind_the_closing_line() => Refused(5, Sound + Two + "\n");

    [Fact]
    public Task of_another_version() => Refused(1, ExportText.Closed(ExportText.Head.Replace("\"version\":1,\"units\"", "\"version\":3,\"units\"")));

    [Fact]
    public Task of_something_else() => Refused(1, "名称,数量\n");

    [Fact]
    public Task with_a_line_that_is_no_event() => Refused(2, ExportText.Closed(ExportText.Head, "{}"));

    [Fact]
    public Task with_an_event_twice() => Refused(3, ExportText.Closed(ExportText.Head, One, One));

    [Fact]
    public Task with_an_event_of_a_unit_it_does_not_name() => Refused(2, ExportText.Closed(ExportText.Head, One.Replace("\"unit\":\"u\"", "\"unit\":\"v\"")));

    [Fact]
    public Task with_a_measure_nobody_knows() => Refused(1, ExportText.Closed(ExportText.Head.Replace("distinct", "median")));

    private static async Task Refused(long line, string export)
    {
        var refusal = await Assert.ThrowsAsync<ExportUnreadableException>(() => ExportText.FoldAsync(export));
        Assert.Equal(line, refusal.Line);
        Assert.Contains($"line {line}", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Gives a few bytes at a time, as a pipe or a network may.</summary>
    private sealed class Dribble(string text, int size) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
