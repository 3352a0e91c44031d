using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ledger.Log.Audit;
using Ledger.Log.Events;

namespace Ledger.Log.Tests.Events;

/// <summary>The canonical form of an event, written down once more by hand: nobody changes it without this failing.</summary>
public sealed class EventLeafTests
{
    private static readonly byte[] Salt = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    private static readonly EventRow Row = new(
        42, Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"), Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8058"), 1, "shenqiu", "legal_service_provided",
        new DateTime(2023, 4, 24, 7, 20, 0, DateTimeKind.Utc).AddMicroseconds(5), "张三 \"甲\"\n",
        Encoding.UTF8.GetBytes("""{"a/b": "斜\\杠", "laws": ["民法典", "宪法"], "count": {"value": 12.50, "precision": "exact"}, "empty": {}}"""));

    [Fact]
    public void a_leaf_is_the_text_that_the_documentation_says()
    {
        string[] lines =
        [
            "ledger-event/1", "unit shenqiu", "seq 42", "id 01890a5d-ac96-774b-bcce-b302099a8057", "stream 01890a5d-ac96-774b-bcce-b302099a8058",
            "version 1", "type legal_service_provided", "at 2023-04-24T07:20:00.000005Z",
            Line("/a~1b", "\"斜\\\\杠\""), Line("/count/precision", "\"exact\""), Line("/count/value", "12.50"), Line("/empty", "{}"),
            Line("/laws", "[\"民法典\", \"宪法\"]"), Line("by", "\"张三 \\\"甲\\\"\\n\""),
        ];
        byte[] leaf = [0, .. Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")))];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(leaf)), Convert.ToHexStringLower(EventLeaf.Hash(Row, new LeafSalt(Salt))));
    }

    [Fact]
    public void any_change_of_anything_is_another_leaf()
    {
        EventRow[] changed =
        [
            Row with { Sequence = 43 }, Row with { Id = Guid.Empty }, Row with { Stream = Guid.Empty }, Row with { Version = 2 }, Row with { Unit = "shenqiu2" },
            Row with { Type = "law_study_held" }, Row with { At = Row.At.AddMicroseconds(1) }, Row with { By = "张三" }, Row with { By = null },
            With("12.50", "12.51"), With("宪法", "刑法"), With("\"empty\": {}", "\"empty\": {\"x\": 1}"), With(", \"empty\": {}", ""), With("exact", "exactly"),
        ];
        var leaves = changed.Append(Row).Select(r => Convert.ToHexString(EventLeaf.Hash(r, new LeafSalt(Salt)))).ToList();
        Assert.Equal(leaves.Count, leaves.Distinct().Count());
        Assert.NotEqual(EventLeaf.Hash(Row, new LeafSalt(Salt)), EventLeaf.Hash(Row, new LeafSalt([.. Salt.Reverse()])));
    }

    [Fact]
    public void a_member_can_be_erased_with_its_salt_and_the_leaf_still_stands()
    {
        var whole = new LeafSalt(Salt);
        var before = EventLeaf.Hash(Row, whole);
        var members = EventMembers.Of(Row).ToDictionary(m => Encoding.UTF8.GetString(m.Path), m => m.Value.ToArray());
        var shredded = new LeafSalt((byte[]?)null)
        {
            Members = members.Keys.Where(p => p != "by").ToDictionary(p => p, p => EventLeaf.MemberSalt(Salt, Encoding.UTF8.GetBytes(p))),
            Erased = new Dictionary<string, byte[]> { ["by"] = EventLeaf.Commitment(EventLeaf.MemberSalt(Salt, "by"u8), members["by"]) },
        };
        Assert.Equal(before, EventLeaf.Hash(Row with { By = null }, shredded));
        Assert.Equal(before, EventLeaf.Hash(Row with { By = "（已删除）" }, shredded));
        Assert.NotEqual(before, EventLeaf.Hash(With("12.50", "13") with { By = null }, shredded));
        var opened = OpenedEvent.Of(Row with { By = null }, new LeafRow(0, 42, shredded, before, []));
        Assert.Equal(before, JsonSerializer.Deserialize<OpenedEvent>(JsonSerializer.Serialize(opened))!.Leaf("shenqiu"));
        Assert.DoesNotContain("张三", JsonSerializer.Serialize(opened), StringComparison.Ordinal);
    }

    [Fact]
    public void an_event_that_is_handed_over_gives_the_same_leaf_and_its_data_again()
    {
        var leaf = EventLeaf.Hash(Row, new LeafSalt(Salt));
        var opened = JsonSerializer.Deserialize<OpenedEvent>(JsonSerializer.Serialize(OpenedEvent.Of(Row, new LeafRow(0, 42, new LeafSalt(Salt), leaf, []))))!;
        Assert.Equal(leaf, opened.Leaf("shenqiu"));
        Assert.NotEqual(leaf, opened.Leaf("other"));
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Row.Data), JsonElement.Parse(opened.Data())));
    }

    private static EventRow With(string old, string now) => Row with { Data = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Row.Data).Replace(old, now, StringComparison.Ordinal)) };

    private static string Line(string path, string value)
    {
        var salt = SHA256.HashData([2, .. Salt, .. Encoding.UTF8.GetBytes(path)]);
        return $"sha-256:{Convert.ToHexStringLower(SHA256.HashData([3, .. salt, .. Encoding.UTF8.GetBytes(value)]))} {path}";
    }
}
