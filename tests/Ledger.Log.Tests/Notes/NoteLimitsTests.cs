using Ledger.Log.Notes;
using Ledger.Log.Tree;

namespace Ledger.Log.Tests.Notes;

/// <summary>Notes, keys and proofs that are nearly right.</summary>
public sealed class NoteLimitsTests
{
    private static readonly SigningKey Log = new("example.com/log", KeyUse.Note, [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private static readonly SigningKey Witness = new("witness.example/w", KeyUse.Cosignature, [.. Enumerable.Range(9, 32).Select(i => (byte)i)]);

    [Fact]
    public void a_note_may_be_a_letter_and_have_sixty_four_signatures()
    {
        var line = Log.Sign("a\n").ToString();
        Assert.True(SignedNote.Parse($"a\n\n{line}")!.SignedBy(Log.Verifier));
        Assert.Equal(64, SignedNote.Parse("a\n\n" + string.Concat(Enumerable.Repeat(line, 64)))!.Signatures.Count);
        Assert.Null(SignedNote.Parse("a\n\n" + string.Concat(Enumerable.Repeat(line, 65))));
    }

    [Fact]
    public void a_name_is_not_empty_and_has_neither_space_nor_plus()
    {
        var bytes = Convert.ToBase64String(new byte[5]);
        Assert.NotNull(NoteSignature.Parse($"— a {bytes}"));
        foreach (var name in (string[])["", "a+b", "a\tb", "a\u00a0b"])
        {
            Assert.Null(NoteSignature.Parse($"— {name} {bytes}"));
            Assert.Null(VerifierKey.Parse(new VerifierKey(name, KeyUse.Note, new byte[32]).ToString()));
        }
    }

    [Fact]
    public void a_key_that_signs_in_a_way_nobody_knows_is_refused()
    {
        Assert.NotNull(VerifierKey.Parse(new VerifierKey("a", KeyUse.Cosignature, new byte[32]).ToString()));
        Assert.Null(VerifierKey.Parse(new VerifierKey("a", (KeyUse)2, new byte[32]).ToString()));
    }

    [Fact]
    public void a_signature_is_more_than_its_key_s_id()
    {
        Assert.Null(NoteSignature.Parse("— name " + Convert.ToBase64String(new byte[4])));
        Assert.Equal(1, NoteSignature.Parse("— name " + Convert.ToBase64String(new byte[5]))!.Bytes.Length);
        // The same bytes spelled another way.
        Assert.Null(NoteSignature.Parse("— name AAAAAAAAAAB="));
    }

    [Fact]
    public void a_signature_of_the_same_name_and_another_key_is_not_this_key_s()
    {
        var note = new Checkpoint("example.com/log", 1, Merkle.Empty).Sign(Log);
        var namesake = new SigningKey("example.com/log", KeyUse.Note, new byte[32]);
        Assert.Null(note.SignedBy(namesake.Verifier));
        Assert.Null((note with { Signatures = [note.Signatures[0] with { Name = "other" }] }).SignedBy(Log.Verifier));
    }

    [Fact]
    public void a_seed_has_thirty_two_bytes() => Assert.Throws<ArgumentOutOfRangeException>(() => new SigningKey("x", KeyUse.Note, new byte[33]));

    [Fact]
    public void keys_are_equal_by_what_they_say()
    {
        var again = VerifierKey.Parse(Log.Verifier.ToString())!;
        Assert.True(Log.Verifier.Equals(again));
        Assert.False(Log.Verifier.Equals(Witness.Verifier));
        Assert.False(Log.Verifier.Equals(null));
        Assert.Equal(Log.Verifier.GetHashCode(), again.GetHashCode());
    }

    [Fact]
    public void a_cosignature_is_a_witness_s_of_its_length_and_of_a_time_that_there_is()
    {
        const string text = "example.com/log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        foreach (var time in (long[])[0, 1, 253402300799])
        {
            var at = DateTimeOffset.FromUnixTimeSeconds(time);
            Assert.Equal(at, Cosignature.Verify(Witness.Verifier, text, Witness.Cosign(text, at)));
        }

        var good = Witness.Cosign(text, DateTimeOffset.UnixEpoch);
        Assert.Null(Cosignature.Verify(Witness.Verifier, text, Witness.Cosign(text, DateTimeOffset.FromUnixTimeSeconds(-1))));
        Assert.Null(Cosignature.Verify(Witness.Verifier, text, good with { Bytes = good.Bytes[..^1] }));
        var asNote = new SigningKey("witness.example/w", KeyUse.Note, [.. Enumerable.Range(9, 32).Select(i => (byte)i)]);
        Assert.Null(Cosignature.Verify(asNote.Verifier, text, good));
    }

    [Fact]
    public void a_proof_comes_out_as_it_went_in_with_extra_and_without()
    {
        var note = new Checkpoint("example.com/log", 1, Merkle.Leaf([7])).Sign(Log);
        foreach (var extra in (byte[][])[[], [1, 2, 3, 4]])
        {
            var text = new TlogProof(extra, 0, [], note).ToString();
            Assert.Equal(extra.Length > 0, text.Contains("\nextra ", StringComparison.Ordinal));
            var proof = TlogProof.Parse(text)!;
            Assert.Equal(extra, proof.Extra.ToArray());
            Assert.True(proof.Verify(Merkle.Leaf([7]), Log.Verifier));
            Assert.Null(TlogProof.Parse(text.Replace("index ", "Index ", StringComparison.Ordinal)));
        }

        var spelled = new TlogProof(new byte[] { 0, 0 }, 0, [], note).ToString();
        Assert.NotNull(TlogProof.Parse(spelled));
        Assert.Null(TlogProof.Parse(spelled.Replace("extra AAA=", "extra AAB=", StringComparison.Ordinal)));
        Assert.Null(TlogProof.Parse(spelled.Replace("extra AAA=", "Extra AAA=", StringComparison.Ordinal)));
        // Found by fuzzing.
        Assert.Null(TlogProof.Parse(spelled.Replace("extra AAA=", "extra ", StringComparison.Ordinal)));
    }
}
