using System.Text;
using System.Text.Json.Nodes;
using Ledger.Log.Editions;
using Ledger.Log.Notes;
using Ledger.Log.Tree;

namespace Ledger.Log.Tests.Editions;

/// <summary>Proofs made to make the verifier stumble: each is refused in words.</summary>
public sealed class HostileProofTests
{
    private static readonly SigningKey Log = new("example.com/log/u1", KeyUse.Note, [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Theory]
    [InlineData("keys")]
    [InlineData("witnesses")]
    [InlineData("events")]
    [InlineData("hashes")]
    [InlineData("checkpoint")]
    [InlineData("figures")]
    [InlineData("unit")]
    public void a_proof_in_which_something_is_null_is_none(string member)
    {
        Assert.NotNull(EditionProof.Parse(Bytes(Proof())));
        var proof = Proof();
        proof[member] = null;
        Assert.Null(EditionProof.Parse(Bytes(proof)));
    }

    [Theory]
    [InlineData("events")]
    [InlineData("hashes")]
    public void nor_is_one_whose_list_has_a_hole(string member)
    {
        var proof = Proof();
        proof[member] = new JsonArray((JsonNode?)null);
        Assert.Null(EditionProof.Parse(Bytes(proof)));
        proof = Proof();
        proof["events"]![0]!["members"]!["/year"] = null;
        Assert.Null(EditionProof.Parse(Bytes(proof)));
    }

    [Fact]
    public void the_log_s_own_key_is_no_witness()
    {
        var proof = Proof();
        proof["witnesses"] = new JsonArray(Log.Verifier.ToString());
        var found = EditionCheck.Log(EditionProof.Parse(Bytes(proof))!, Log.Verifier);
        Assert.Equal("the cosignature of example.com/log/u1 does not hold", found.Fault!.English);
    }

    [Fact]
    public void an_event_whose_salt_is_none_is_named()
    {
        var proof = Proof();
        proof["events"]![0]!["salt"] = "xyz";
        Assert.Equal("the leaf of event 1 cannot be computed", EditionCheck.Log(EditionProof.Parse(Bytes(proof))!, Log.Verifier).Fault!.English);
    }

    private static byte[] Bytes(JsonObject proof) => Encoding.UTF8.GetBytes(proof.ToJsonString());

    private static JsonObject Proof() => new()
    {
        ["ledger"] = "proof",
        ["version"] = 1,
        ["unit"] = "u1",
        ["year"] = 2023,
        ["edition"] = 1,
        ["checkpoint"] = new Checkpoint("example.com/log/u1", 1, Merkle.Leaf([7])).Sign(Log).ToString(),
        ["keys"] = new JsonArray(Log.Verifier.ToString()),
        ["witnesses"] = new JsonArray(),
        ["figures"] = "[]",
        ["complete"] = true,
        ["kinds"] = new JsonObject(),
        ["rules"] = new JsonArray(),
        ["events"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["seq"] = 1,
            ["id"] = Guid.Empty,
            ["stream"] = Guid.Empty,
            ["version"] = 1,
            ["type"] = "edition_frozen",
            ["at"] = "2023-04-24T07:20:00.000005Z",
            ["salt"] = "00",
            ["members"] = new JsonObject { ["/year"] = "2023" },
        }),
        ["hashes"] = new JsonArray(),
    };
}
