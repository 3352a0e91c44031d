using System.Text;
using Ledger.Log.Notes;
using Ledger.Log.Tree;

namespace Ledger.Log.Tests.Notes;

/// <summary>Signatures, notes, checkpoints and proofs are those of RFC 8032 and C2SP, to the byte.</summary>
public sealed class NoteTests
{
    private const string Example = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    private const string ExampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static readonly SigningKey Log = new("example.com/log", KeyUse.Note, [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private static readonly SigningKey Witness = new("witness.example/w", KeyUse.Cosignature, [.. Enumerable.Range(9, 32).Select(i => (byte)i)]);

    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "r", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    public void signatures_are_those_of_rfc_8032(string seed, string key, string message, string signature)
    {
        var signing = new SigningKey("rfc8032", KeyUse.Note, Convert.FromHexString(seed));
        Assert.Equal(key, Convert.ToHexStringLower(signing.Verifier.Public.Span));
        Assert.Equal(signature, Convert.ToHexStringLower(signing.Sign(message).Bytes.Span));
        Assert.True(signing.Verifier.Signed(Encoding.UTF8.GetBytes(message), Convert.FromHexString(signature)));
        Assert.False(signing.Verifier.Signed(Encoding.UTF8.GetBytes(message + "x"), Convert.FromHexString(signature)));
    }

    [Fact]
    public void the_example_of_the_specification_verifies_and_comes_out_as_it_went_in()
    {
        var note = SignedNote.Parse(Example)!;
        Assert.Equal(Example, note.ToString());
        var key = VerifierKey.Parse(ExampleKey)!;
        Assert.Equal(ExampleKey, key.ToString());
        Assert.True(note.SignedBy(key));
        Assert.Null(note.SignedBy(Log.Verifier));
        Assert.False((note with { Text = "This is another message.\n" }).SignedBy(key));
    }

    [Theory]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\nno signature\n")]
    [InlineData("text\n\n— name !!!\n")]
    [InlineData("text\n\n— na+me Uw2QOkn8srV1yJGh\n")]
    [InlineData("te\txt\n\n— name Uw2QOkn8srV1yJGh\n")]
    [InlineData("text\n\n— name Uw2QOkn8srV1yJGh")]
    [InlineData("\n\n— name Uw2QOkn8srV1yJGh\n")]
    public void what_is_no_note_is_refused(string text) => Assert.Null(SignedNote.Parse(text));

    [Theory]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2")]
    [InlineData("example.com/foo")]
    [InlineData("")]
    public void a_key_whose_id_or_form_is_wrong_is_refused(string key) => Assert.Null(VerifierKey.Parse(key));

    [Theory]
    [InlineData("origin\n5\nAAAA\n")]
    [InlineData("origin\n05\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("origin\n-5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("origin\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n")]
    [InlineData("origin\n5\n")]
    public void what_is_no_checkpoint_is_refused(string text) => Assert.Null(Checkpoint.Parse(text));

    [Fact]
    public void a_witness_signs_the_time_and_the_text_of_a_checkpoint()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1679315147);
        var checkpoint = new Checkpoint("example.com/log", 5, Merkle.Leaf([1]));
        var cosigned = checkpoint.Sign(Log) with { Signatures = [Log.Sign(checkpoint.Text), Witness.Cosign(checkpoint.Text, at)] };
        var read = SignedNote.Parse(cosigned.ToString())!;
        Assert.True(read.SignedBy(Log.Verifier));
        Assert.True(read.SignedBy(Witness.Verifier));
        Assert.Equal(at, Cosignature.Verify(Witness.Verifier, read.Text, read.Signatures[1]));
        // A time moved by one second is another statement.
        var moved = read.Signatures[1].Bytes.ToArray();
        moved[7]++;
        Assert.Null(Cosignature.Verify(Witness.Verifier, read.Text, read.Signatures[1] with { Bytes = moved }));
    }

    [Fact]
    public void a_proof_of_many_leaves_is_less_than_a_kilobyte_and_comes_out_as_it_went_in()
    {
        var leaves = Enumerable.Range(0, 5000).Select(i => Merkle.Leaf(BitConverter.GetBytes(i))).ToArray();
        var checkpoint = new Checkpoint("example.com/log", leaves.Length, Tests.Tree.Reference.Root(leaves));
        var hashes = Inclusion.Path(4321, leaves.Length).Select(r => Tests.Tree.Reference.Root(leaves.AsSpan((int)r.From, (int)(r.To - r.From)))).ToList();
        var text = new TlogProof(new byte[16], 4321, hashes, checkpoint.Sign(Log)).ToString();
        Assert.True(text.Length <= 1024, $"{text.Length} bytes");
        var proof = TlogProof.Parse(text)!;
        Assert.Equal(text, proof.ToString());
        Assert.True(proof.Verify(leaves[4321], Log.Verifier));
        Assert.False(proof.Verify(leaves[4320], Log.Verifier));
        Assert.False((proof with { Index = 4320 }).Verify(leaves[4321], Log.Verifier));
        Assert.Null(TlogProof.Parse(text.Replace("index 4321", "index 04321", StringComparison.Ordinal)));
        Assert.Null(TlogProof.Parse(text.Replace("tlog-proof@v1", "tlog-proof@v2", StringComparison.Ordinal)));
    }
}
