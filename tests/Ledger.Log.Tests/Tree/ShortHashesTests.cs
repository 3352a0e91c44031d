using System.Security.Cryptography;
using Ledger.Log.Tree;

namespace Ledger.Log.Tests.Tree;

public sealed class ShortHashesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(17)]
    public void every_length_gives_the_hash_that_the_platform_gives(int together)
    {
        for (var length = 0; length <= 330; length++)
            AssertSame([.. Enumerable.Repeat(length, together)], seed: length);
    }

    [Fact]
    public void lengths_may_be_mixed_and_hashes_come_in_the_order_of_their_messages()
    {
        var random = new Random(20231204);
        for (var round = 0; round < 2_000; round++)
            AssertSame([.. Enumerable.Range(0, random.Next(60)).Select(_ => random.Next(4) == 0 ? random.Next(2_000) : random.Next(130))], round);
    }

    private static void AssertSame(int[] lengths, int seed)
    {
        var text = new byte[lengths.Sum()];
        new Random(seed).NextBytes(text);
        var messages = new (int From, int Length)[lengths.Length];
        for (var i = 0; i < lengths.Length; i++)
            messages[i] = (lengths.Take(i).Sum(), lengths[i]);
        var hashes = new byte[lengths.Length * Merkle.Size];
        ShortHashes.Compute(text, messages, hashes);
        Assert.Equal(messages.SelectMany(m => SHA256.HashData(text.AsSpan(m.From, m.Length))), hashes);
    }
}
