using System.Text;
using System.Text.Json;
using Ledger.Log.Audit;
using Ledger.Log.Events;

namespace Ledger.Log.Tests.Events;

/// <summary>How members, names and persons are spelled before they are hashed, and what is refused when an event is opened.</summary>
public sealed class SpellingTests
{
    private static readonly byte[] Salt = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    [Fact]
    public void a_person_s_name_is_spelled_as_postgresql_spells_a_string() =>
        Assert.Equal("\"\\b\\f\\n\\r\\t\\u0001\\u001f\\\"\\\\/é甲\"", Members(By("\b\f\n\r\t\u0001\u001f\"\\/é甲"))["by"]);

    [Fact]
    public void a_name_s_own_slashes_and_tildes_are_escaped_in_its_path()
    {
        var members = Members(Data("""{"/first": 1, "a/b": 2, "c~d": 3, "~1": 4, "plain": {"in/ner": 5}}"""));
        foreach (var (path, value) in new[] { ("/~1first", "1"), ("/a~1b", "2"), ("/c~0d", "3"), ("/~01", "4"), ("/plain/in~1ner", "5") })
            Assert.Equal(value, members[path]);
        Assert.Equal(5, members.Count);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("7")]
    [InlineData("")]
    public void data_that_is_no_object_has_no_members(string data) => Assert.ThrowsAny<JsonException>(() => Members(Data(data)));

    [Fact]
    public void opened_data_has_its_names_back()
    {
        const string json = """{"/first": 1, "a/b": 2, "c~d": 3, "~1": {"in/ner": [4]}, "none": {}}""";
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(Opened(Data(json)).Data())));
        Assert.Equal("{}", Encoding.UTF8.GetString(Opened(Data("{}")).Data()));
    }

    [Fact]
    public void an_event_whose_salt_is_whole_shows_no_other_and_nothing_instead()
    {
        var opened = Opened(By("甲"));
        Assert.NotNull(opened.Salt);
        Assert.Null(opened.Salts);
        Assert.Null(opened.Erased);
        Assert.Null(opened.Instead);
    }

    [Fact]
    public void what_stands_in_an_erased_place_is_shown_apart_and_is_part_of_the_data()
    {
        var row = Data("""{"a": 1, "who": {"name": "张三"}}""");
        var redacted = Redaction.Of(row, new LeafSalt(Salt), (path, _) => path == "/who/name" ? "\"某\"" : null)!;
        var opened = OpenedEvent.Of(redacted.Row, new LeafRow(0, 42, redacted.Salt, EventLeaf.Hash(row, new LeafSalt(Salt)), []));
        Assert.Equal(["/a"], opened.Members.Keys);
        Assert.Equal(new("/who/name", "\"某\""), Assert.Single(opened.Instead!));
        Assert.Equal(EventLeaf.Hash(row, new LeafSalt(Salt)), opened.Leaf("u1"));
        Assert.Equal("""{"a":1,"who":{"name":"某"}}""", Encoding.UTF8.GetString(opened.Data()));
    }

    [Fact]
    public void an_erased_member_keeps_its_place_among_the_others()
    {
        var row = Data("""{"a": 1, "m": "张三", "z": 3}""");
        var before = EventLeaf.Hash(row, new LeafSalt(Salt));
        var shredded = new LeafSalt((byte[]?)null)
        {
            Members = new[] { "/a", "/z" }.ToDictionary(p => p, p => EventLeaf.MemberSalt(Salt, Encoding.UTF8.GetBytes(p))),
            Erased = new Dictionary<string, byte[]> { ["/m"] = EventLeaf.Commitment(EventLeaf.MemberSalt(Salt, "/m"u8), Encoding.UTF8.GetBytes("\"张三\"")) },
        };
        var opened = OpenedEvent.Of(Data("""{"a": 1, "z": 3}"""), new LeafRow(0, 42, shredded, before, []));
        Assert.Equal(before, opened.Leaf("u1"));
        Assert.Null(opened.Salt);
        Assert.Equal(["/a", "/z"], opened.Salts!.Keys.Order());
    }

    [Fact]
    public void an_unknown_hash_or_a_member_without_salt_is_refused()
    {
        var opened = Opened(Data("""{"a": 1}"""));
        Assert.Equal("an unknown hash", Assert.Throws<FormatException>(() => (opened with { Erased = new Dictionary<string, string> { ["/b"] = "sm3:" + new string('0', 64) } }).Leaf("u1")).Message);
        Assert.Equal("no salt for /a", Assert.Throws<FormatException>(() => (opened with { Salt = null }).Leaf("u1")).Message);
    }

    [Fact]
    public void a_long_value_is_hashed_like_a_short_one()
    {
        foreach (var length in (int[])[479, 480, 481, 5_000])
        {
            var text = new string('x', length);
            byte[] message = [3, .. Salt, .. Encoding.UTF8.GetBytes(text)];
            Assert.Equal(System.Security.Cryptography.SHA256.HashData(message), EventLeaf.Commitment(Salt, Encoding.UTF8.GetBytes(text)));
        }
    }

    private static EventRow Data(string json) => new(42, Guid.Empty, Guid.Empty, 1, "u1", "t", DateTime.UnixEpoch, null, Encoding.UTF8.GetBytes(json));

    private static EventRow By(string who) => Data("{}") with { By = who };

    private static Dictionary<string, string> Members(EventRow row) => EventMembers.Of(row).ToDictionary(m => Encoding.UTF8.GetString(m.Path), m => Encoding.UTF8.GetString(m.Value.Span));

    private static OpenedEvent Opened(EventRow row) => OpenedEvent.Of(row, new LeafRow(0, 42, new LeafSalt(Salt), EventLeaf.Hash(row, new LeafSalt(Salt)), []));
}
