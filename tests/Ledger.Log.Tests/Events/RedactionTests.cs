using System.Text;
using Ledger.Log.Events;

namespace Ledger.Log.Tests.Events;

/// <summary>Members taken out of an event: what stands there since, which salts are left, and that the leaf is the same.</summary>
public sealed class RedactionTests
{
    private static readonly LeafSalt Whole = new([.. Enumerable.Range(1, 16).Select(i => (byte)i)]);

    private static readonly EventRow Row = new(
        42, Guid.Empty, Guid.Empty, 1, "u1", "t", DateTime.UnixEpoch, "张三", Encoding.UTF8.GetBytes("""{"who": "李四", "count": 12.50, "more": {"whom": "王五"}, "end": true}"""));

    [Fact]
    public void where_nothing_is_taken_out_nothing_is_said() => Assert.Null(Redaction.Of(Row, Whole, (_, _) => null));

    [Fact]
    public void what_is_taken_out_makes_way_and_every_other_byte_stays()
    {
        var redacted = Instead(Row, Whole, ("/more/whom", "\"王某\""), ("/who", "\"（已删除）\""));
        Assert.Equal("""{"who": "（已删除）", "count": 12.50, "more": {"whom": "王某"}, "end": true}""", Encoding.UTF8.GetString(redacted.Row.Data));
        Assert.Equal(Row with { Data = redacted.Row.Data }, redacted.Row);
        Assert.Equal([new("/more/whom", "\"王某\""), new("/who", "\"（已删除）\"")], redacted.Members);
    }

    [Fact]
    public void the_rule_is_told_each_member_and_what_it_says()
    {
        var told = new List<(string, string)>();
        Redaction.Of(Row, Whole, (path, value) => { told.Add((path, value)); return null; });
        Assert.Equal([("/count", "12.50"), ("/end", "true"), ("/more/whom", "\"王五\""), ("/who", "\"李四\""), ("by", "\"张三\"")], told);
    }

    [Fact]
    public void the_event_s_salt_is_gone_what_is_left_has_its_own_and_the_leaf_is_the_same()
    {
        var redacted = Instead(Row, Whole, ("/who", "\"某\""));
        Assert.Null(redacted.Salt.Whole);
        Assert.Equal(["/count", "/end", "/more/whom", "by"], redacted.Salt.Members.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["/who"], redacted.Salt.Erased.Keys);
        Assert.Equal(EventLeaf.MemberSalt(Whole.Whole, "/count"u8), redacted.Salt.Members["/count"]);
        Assert.Equal(EventLeaf.Hash(Row, Whole), EventLeaf.Hash(redacted.Row, redacted.Salt));
    }

    [Fact]
    public void the_person_who_logged_it_can_be_taken_out_too()
    {
        var redacted = Instead(Row, Whole, ("by", "\"某\""));
        Assert.Equal("某", redacted.Row.By);
        Assert.Equal(Row.Data, redacted.Row.Data);
        Assert.Equal(EventLeaf.Hash(Row, Whole), EventLeaf.Hash(redacted.Row, redacted.Salt));
    }

    [Fact]
    public void what_was_taken_out_before_keeps_its_commitment_when_it_changes_again()
    {
        var once = Instead(Row, Whole, ("/who", "\"某\""));
        var twice = Instead(once.Row, once.Salt, ("/who", "\"某某\""), ("/more/whom", "\"某\""));
        Assert.Equal(once.Salt.Erased["/who"], twice.Salt.Erased["/who"]);
        Assert.Equal(["/more/whom", "/who"], twice.Salt.Erased.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["/count", "/end", "by"], twice.Salt.Members.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(EventLeaf.Hash(Row, Whole), EventLeaf.Hash(twice.Row, twice.Salt));
    }

    [Fact]
    public void what_was_taken_out_before_and_stays_so_gets_no_salt_again()
    {
        var once = Instead(Row, Whole, ("/who", "\"某\""));
        var twice = Instead(once.Row, once.Salt, ("by", "\"某\""));
        Assert.Equal(["/count", "/end", "/more/whom"], twice.Salt.Members.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(EventLeaf.Hash(Row, Whole), EventLeaf.Hash(twice.Row, twice.Salt));
    }

    [Fact]
    public void an_event_that_is_not_sealed_yet_has_nothing_to_keep()
    {
        var redacted = Instead(Row, null, ("/who", "\"某\""), ("by", "\"某\""));
        Assert.StartsWith("""{"who": "某", "count" """.TrimEnd(), Encoding.UTF8.GetString(redacted.Row.Data), StringComparison.Ordinal);
        Assert.Equal("某", redacted.Row.By);
        Assert.Empty(redacted.Salt.Members);
        Assert.Empty(redacted.Salt.Erased);
    }

    private static Redaction Instead(EventRow row, LeafSalt? salt, params (string Path, string Text)[] now) =>
        Redaction.Of(row, salt, (path, _) => now.FirstOrDefault(n => n.Path == path).Text)!;
}
