using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Ledger.Domain.Figures;

/// <summary>The lines of an exported file, one at a time, and the hash of those before the closing one.</summary>
internal sealed class ExportLines(Stream export) : IDisposable
{
    private readonly IncrementalHash _before = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The closing line has been read and agreed.</summary>
    public bool Finished { get; set; }

    public long Count { get; private set; }

    /// <summary>Each line without its line break, valid until the next is asked for.</summary>
    public async IAsyncEnumerable<(long Number, ReadOnlyMemory<byte> Line)> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var reader = PipeReader.Create(export, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        try
        {
            for (var completed = false; !completed;)
            {
                var read = await reader.ReadAsync(ct);
                var rest = read.Buffer;
                completed = read.IsCompleted;
                while (Next(ref rest, completed) is { } line)
                {
                    Count++;
                    yield return (Count, line.Span is [.., (byte)'\n'] ? line[..^1] : line);
                    _before.AppendData(line.Span);
                }

                reader.AdvanceTo(rest.Start, rest.End);
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    /// <summary>Whether the closing line tells the truth about the lines before it.</summary>
    public bool Close(long number, bool sameCount, string? sha256)
    {
        if (!sameCount)
            throw new ExportUnreadableException(number, "事件数与结尾行所记不符", "the number of events is not the one the closing line states");
        return string.Equals(sha256, Convert.ToHexStringLower(_before.GetCurrentHash()), StringComparison.OrdinalIgnoreCase)
            ? true
            : throw new ExportUnreadableException(number, "校验值不符，文件已被改动", "the hash does not fit: the file was changed");
    }

    public void Dispose() => _before.Dispose();

    private static ReadOnlyMemory<byte>? Next(ref ReadOnlySequence<byte> rest, bool last)
    {
        var end = rest.PositionOf((byte)'\n');
        if (end is null && (!last || rest.IsEmpty))
            return null;
        var line = end is { } at ? rest.Slice(0, rest.GetPosition(1, at)) : rest;
        rest = rest.Slice(line.End);
        return line.IsSingleSegment ? line.First : line.ToArray();
    }
}

/// <summary>An exported file that cannot be counted from, and at which line.</summary>
public sealed class ExportUnreadableException(long line, string problem, string english, Exception? inner = null)
    : Exception($"第 {line} 行：{problem}（line {line}: {english}）", inner)
{
    public long Line { get; } = line;
}
