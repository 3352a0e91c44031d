using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Ledger.Documents.Flate;

namespace Ledger.Documents.Tests.Flate;

public class DeflaterTests
{
    [Fact]
    public void any_bytes_come_back_through_the_runtimes_own_reader() =>
        Gen.Byte.Array[0, 3000].Sample(data => Inflate(Deflater.Compress(data)).SequenceEqual(data));

    [Fact]
    public void repeated_text_comes_back_and_is_much_shorter() =>
        Gen.Int[0, 3].Array[0, 5000].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts.Select(i => "法治政府建设"[i..(i + 2)])))).Sample(data =>
        {
            var packed = Deflater.Compress(data);
            return Inflate(packed).SequenceEqual(data) && (data.Length < 500 || packed.Length < data.Length / 2);
        });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(258)]
    [InlineData(40_000)]
    [InlineData(400_000)]
    public void long_runs_and_several_blocks_come_back(int length)
    {
        byte[] data = [.. Enumerable.Repeat((byte)7, length), .. Enumerable.Range(0, length).Select(i => (byte)(i * 31 % 251)), .. Enumerable.Range(0, length).Select(i => (byte)(i * (long)i % 253))];
        Assert.Equal(data, Inflate(Deflater.Compress(data)));
    }

    [Fact]
    public void very_uneven_frequencies_stay_within_the_longest_code()
    {
        // Fibonacci frequencies make the deepest tree there is.
        var data = new List<byte>();
        for (var (symbol, count, before) = (0, 1, 1); symbol < 24; symbol++, (count, before) = (count + before, count))
            data.AddRange(Enumerable.Repeat((byte)symbol, count));
        byte[] shuffled = [.. data.Select((value, i) => (value, Key: (uint)i * 2654435761u)).OrderBy(pair => pair.Key).Select(pair => pair.value)];
        Assert.Equal(shuffled, Inflate(Deflater.Compress(shuffled)));
    }

    [Fact]
    public void the_bytes_are_the_same_for_ever() => Assert.Equal(
        "f61d09da5d0b4a0411ee0bc3efd2a98928134b3ab00908c39bd8e7e9cc58da53",
        Convert.ToHexStringLower(SHA256.HashData(Deflater.Compress(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 9000).Select(i => $"法治{i * i % 977}")))))));

    private static byte[] Inflate(byte[] packed)
    {
        using var reader = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var data = new MemoryStream();
        reader.CopyTo(data);
        return data.ToArray();
    }
}
