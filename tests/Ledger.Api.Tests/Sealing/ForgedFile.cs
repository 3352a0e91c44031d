using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Ledger.Domain;
using Ledger.Domain.Figures;
using Ledger.Log.Editions;
using Ledger.Log.Events;
using Ledger.Log.Notes;
using Ledger.Log.Tree;

namespace Ledger.Api.Tests.Sealing;

/// <summary>
/// Files as somebody would forge them who holds the log's key and knows the format: the seal is right, something beneath it
/// is not. They hold the files inside a PDF and nothing of its pages.
/// </summary>
internal static class ForgedFile
{
    public static SigningKey Key { get; } = new("log.example/u1", KeyUse.Note, [.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    /// <summary>A log of legal services and the edition over it.</summary>
    /// <param name="entries">How many.</param>
    /// <param name="hidden">A member of the first that is held back, with something standing in its place.</param>
    public static EditionProof Proof(int entries, string? hidden = null)
    {
        var figures = Encoding.UTF8.GetString(CanonicalJson.Bytes(Figure.ReadAll(
            YearBook.Empty(2023) with { Cells = YearBook.Empty(2023).Cells.Add("legal-service", new Tally(entries, entries, 0)).Add("legal-service|service|consultation", new Tally(entries, entries, 0)) }, false)));
        var (tree, opened) = (new CompactRange(), new List<OpenedEvent>());
        for (var i = 0; i <= entries; i++)
        {
            var data = i < entries
                ? $$"""{"service": "consultation", "occurredOn": "2023-{{i % 12 + 1:00}}-15", "role": "host", "title": "合同审查第{{i}}件", "summary": "就招商项目的合同条款提出法律意见（虚构）", "adviser": "法律顾问A律师", "openness": "public"}"""
                : $$"""{"year": 2023, "number": 1, "figuresSha256": "{{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(figures)))}}"}""";
            var row = new EventRow(i + 1, DeterministicId.Of($"e{i}"), DeterministicId.Of($"s{i}"), 1, "u1", i < entries ? "legal_service_provided" : "edition_frozen", DateTime.UnixEpoch.AddHours(i), "填报员甲", Encoding.UTF8.GetBytes(data));
            var salt = new LeafSalt(DeterministicId.Of($"salt{i}").ToByteArray());
            var hash = EventLeaf.Hash(row, salt);
            var shown = i == 0 ? Redaction.Of(row, salt, (path, value) => path == hidden ? value.Insert(1, "〔已删除〕") : null) : null;
            opened.Add(OpenedEvent.Of(shown?.Row ?? row, new(i, row.Sequence, shown?.Salt ?? salt, hash, [])));
            tree.Append(hash);
        }

        return new EditionProof
        {
            Ledger = "proof",
            Version = 1,
            Unit = "u1",
            Year = 2023,
            Edition = 1,
            Checkpoint = new Checkpoint(Key.Verifier.Name, tree.Size, tree.Root()).Sign(Key).ToString(),
            Keys = [Key.Verifier.ToString()],
            Witnesses = [],
            Figures = figures,
            Complete = true,
            Kinds = JsonNode.Parse(StatedRules.KindsJson)!,
            Rules = JsonNode.Parse(StatedRules.FiguresJson)!,
            Events = opened,
            Hashes = [],
        };
    }

    public static byte[] Of(EditionProof proof, SigningKey? key = null)
    {
        byte[] file = [.. "%PDF-1.7\n"u8, .. Stream(proof.ToBytes()), .. Stream(EditionSeal.Placeholder), .. "%%EOF\n"u8];
        return EditionSeal.Fill(file, proof.Unit, proof.Year, proof.Edition, key ?? Key);
    }

    /// <summary>What is wrong beneath a right seal, and a word of what is to be said of it.</summary>
    public static IReadOnlyList<(string Said, EditionProof Proof)> Forgeries(EditionProof right) =>
    [
        ("lead to the checkpoint", right with { Events = [right.Events[0] with { Members = With(right.Events[0].Members, "/adviser", "\"别的律师\"") }, .. right.Events.Skip(1)] }),
        ("lead to the checkpoint", right with { Events = [right.Events[0] with { At = "2023-01-01T00:00:00.000000Z" }, .. right.Events.Skip(1)] }),
        ("lead to the checkpoint", right with { Events = [.. right.Events.Skip(1)] }),
        ("lead to the checkpoint", right with { Events = [right.Events[1], right.Events[0], .. right.Events.Skip(2)] }),
        ("lead to the checkpoint", right with { Hashes = [Convert.ToBase64String(new byte[32])] }),
        ("cannot be computed", right with { Events = [right.Events[0] with { Salt = "zz" }, .. right.Events.Skip(1)] }),
        ("checkpoint's signature", right with { Checkpoint = right.Checkpoint.Replace("\n" + right.Events.Count + "\n", "\n" + (right.Events.Count + 1) + "\n", StringComparison.Ordinal) }),
        ("not those that were frozen", right with { Figures = right.Figures.Replace("\"value\":" + (right.Events.Count - 1).ToString(CultureInfo.InvariantCulture), "\"value\":99", StringComparison.Ordinal) }),
        ("no freezing", right with { Edition = 2 }),
        ("counted", WithoutOne(right)),
        ("cosignature", right with { Witnesses = [new SigningKey("w.example", KeyUse.Cosignature, new byte[32]).Verifier.ToString()] }),
    ];

    /// <summary>What may not be held back, or not like this.</summary>
    public static IReadOnlyList<(string Said, EditionProof Proof)> Hidden(EditionProof erased) =>
    [
        ("holds back /service", Proof(20, "/service")),
        ("holds back /occurredOn", Proof(20, "/occurredOn")),
        ("lead to the checkpoint", erased with { Events = [erased.Events[0] with { Erased = new Dictionary<string, string> { ["/adviser"] = $"sha-256:{new string('0', 64)}" } }, .. erased.Events.Skip(1)] }),
        ("cannot be computed", erased with { Events = [erased.Events[0] with { Erased = new Dictionary<string, string> { ["/adviser"] = $"sm3:{new string('0', 64)}" } }, .. erased.Events.Skip(1)] }),
        ("cannot be computed", erased with { Events = [erased.Events[0] with { Members = With(erased.Events[0].Members, "/hours", "3") }, .. erased.Events.Skip(1)] }),
    ];

    /// <summary>An event is left out behind its leaf's hash: the tree still fits, the figures do not.</summary>
    private static EditionProof WithoutOne(EditionProof right) => right with
    {
        Events = [.. right.Events.Skip(1)],
        Hashes = [Convert.ToBase64String(right.Events[0].Leaf(right.Unit))],
    };

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> members, string path, string value) =>
        new(members) { [path] = value };

    private static byte[] Stream(byte[] data) =>
        [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"1 0 obj\n<< /Type /EmbeddedFile /Length {data.Length} >>\nstream\n")), .. data, .. "\nendstream\nendobj\n"u8];
}
