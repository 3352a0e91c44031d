using System.Security.Cryptography;
using System.Text;
using Ledger.Log.Audit;
using Ledger.Log.Events;
using Ledger.Log.Notes;

namespace Ledger.Log.Tests.Audit;

/// <summary>An order to erase: how it is read, what of it is signed, and by whom.</summary>
public sealed class ErasureOrderTests
{
    private static readonly SigningKey Key = new("example.com/log", KeyUse.Note, [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private static readonly SigningKey Other = new("example.com/log", KeyUse.Note, [.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
    private static readonly ErasureOrder Order = new("（已删除）", "本人<申请>", "张三", "李四", [new(2, "/who", "sha-256:00"), new(5, "by", "sha-256:01")], null);

    [Fact]
    public void what_is_signed_is_the_unit_and_a_hash_of_all_it_says()
    {
        var said = """["（已删除）","本人<申请>","张三","李四",2,"/who","sha-256:00",5,"by","sha-256:01"]""";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
        Assert.Equal($"ledger-erasure/1\nunit u1\nsha-256:{hash}\n", Order.Text("u1"));
    }

    [Fact]
    public void it_holds_for_the_unit_it_was_signed_for_with_one_of_the_log_s_keys()
    {
        var signed = Order.Signed("u1", Key);
        Assert.True(signed.IsSigned("u1", [Other.Verifier, Key.Verifier]));
        Assert.False(signed.IsSigned("u2", [Key.Verifier]));
        Assert.False(signed.IsSigned("u1", [Other.Verifier]));
        Assert.False(signed.IsSigned("u1", []));
        Assert.False(Order.IsSigned("u1", [Key.Verifier]));
        Assert.False((Order with { Seal = "no note" }).IsSigned("u1", [Key.Verifier]));
    }

    [Fact]
    public void changing_anything_it_says_breaks_its_signature()
    {
        var signed = Order.Signed("u1", Key);
        ErasureOrder[] changed = [
            signed with { StandIn = "某" }, signed with { Reason = "别的" }, signed with { OrderedBy = "某" }, signed with { ApprovedBy = "某" },
            signed with { Members = [] }, signed with { Members = [signed.Members[0]] }, signed with { Members = [signed.Members[0] with { Seq = 3 }, signed.Members[1]] },
            signed with { Members = [signed.Members[0] with { Path = "/whom" }, signed.Members[1]] }, signed with { Members = [signed.Members[0] with { Sha256 = "sha-256:02" }, signed.Members[1]] }];
        Assert.All(changed, c => Assert.False(c.IsSigned("u1", [Key.Verifier])));
    }

    [Fact]
    public void it_is_read_from_its_event_with_number_and_time()
    {
        var read = ErasureOrder.Parse(Row("""{"standIn":"（已删除）","reason":"申请","orderedBy":"张三","approvedBy":"李四","members":[{"seq":2,"path":"/who","sha256":"sha-256:00"}],"seal":null}"""))!;
        Assert.Equal((7L, DateTime.UnixEpoch, "（已删除）", "申请", "张三", "李四"), (read.Sequence, read.At, read.StandIn, read.Reason, read.OrderedBy, read.ApprovedBy));
        Assert.Equal(new OrderedErasure(2, "/who", "sha-256:00"), Assert.Single(read.Members));
    }

    [Fact]
    public void what_is_no_order_is_none()
    {
        const string good = """{"members":[]}""";
        Assert.NotNull(ErasureOrder.Parse(Row(good)));
        Assert.Null(ErasureOrder.Parse(Row(good) with { Type = "entry_reversed" }));
        foreach (var bad in (string[])["{}", "null", "no json", """{"members":7}""", ""])
            Assert.Null(ErasureOrder.Parse(Row(bad)));
    }

    [Fact]
    public void what_stands_in_a_place_is_named_by_its_hash() =>
        Assert.Equal("sha-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ErasureOrder.HashOf("abc"u8));

    private static EventRow Row(string data) => new(7, Guid.Empty, Guid.Empty, 1, "u1", "personal_data_erased", DateTime.UnixEpoch, null, Encoding.UTF8.GetBytes(data));
}
