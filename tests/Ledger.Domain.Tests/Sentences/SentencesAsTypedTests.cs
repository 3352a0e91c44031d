namespace Ledger.Domain.Tests.Sentences;

public sealed class SentencesAsTypedTests(ITestOutputHelper output)
{
    [Fact]
    public void of_the_sentences_the_words_were_gathered_from_95_percent_have_every_field_right() =>
        Assert.True(RightShare("sentences.jsonl") >= 0.95);

    /// <summary>Written before the words were gathered. Read once they had been, 40 of 45 were right; what that showed is mended since, so it is no longer a measure of new sentences.</summary>
    [Fact]
    public void of_the_sentences_held_back_80_percent_have_every_field_right() =>
        Assert.True(RightShare("held-out.jsonl") >= 0.80);

    /// <summary>Written by somebody who had not seen the words: 16 of 40 were right when they were first read. The words were mended by what that showed.</summary>
    [Fact]
    public void of_the_sentences_nobody_had_seen_85_percent_have_every_field_right() =>
        Assert.True(RightShare("unseen.jsonl") >= 0.85);

    /// <summary>
    /// Written at the same time and read for the first time once the words were mended by the forty above: 28 of 40 were
    /// right, 38 of the right kind; mended since by these, too.
    /// </summary>
    [Fact]
    public void of_the_sentences_read_after_that_85_percent_have_every_field_right() =>
        Assert.True(RightShare("unseen-after.jsonl") >= 0.85);

    /// <summary>
    /// Written as tired clerks type, before the reader was looked at: at first sight 41 of 80 were right in every field and
    /// 74 of the right kind, 24 left something empty and 15 had something wrong. Mended since.
    /// </summary>
    [Fact]
    public void of_the_sentences_of_tired_clerks_95_percent_have_every_field_right() =>
        Assert.True(RightShare("tired.jsonl") >= 0.95);

    /// <summary>
    /// Forty more, written once the reader was mended by those and before it was looked at again: 31 were right in every
    /// field, 38 of the right kind, 4 left something empty and 5 had something wrong. Mended since.
    /// </summary>
    [Fact]
    public void of_the_sentences_of_tired_clerks_read_after_that_95_percent_have_every_field_right() =>
        Assert.True(RightShare("tired-after.jsonl") >= 0.95);

    /// <summary>
    /// The last look, by forty more written once the others were mended: 32 were right in every field and all 40 of the
    /// right kind, 5 left something empty and 3 had something wrong. That is what to expect of a sentence nobody thought of.
    /// </summary>
    [Fact]
    public void of_the_last_sentences_of_tired_clerks_90_percent_have_every_field_right() =>
        Assert.True(RightShare("tired-last.jsonl") >= 0.90);

    private double RightShare(string file)
    {
        var sentences = TypedSentence.From(file);
        var wrong = sentences.Select(s => s.Difference()).Where(d => d.Length > 0).ToList();
        foreach (var difference in wrong)
            output.WriteLine(difference);
        var share = 1 - (double)wrong.Count / sentences.Count;
        output.WriteLine($"{file}: {sentences.Count - wrong.Count} of {sentences.Count} right, {share:P1}");
        return share;
    }
}
