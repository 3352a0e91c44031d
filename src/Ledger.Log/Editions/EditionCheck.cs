using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ledger.Log.Notes;
using Ledger.Log.Tree;

namespace Ledger.Log.Editions;

/// <summary>What is wrong with an edition's file, in both languages; the first thing found.</summary>
public sealed record EditionFault(string Chinese, string English);

/// <summary>What a check came to: the first fault, or what holds.</summary>
public sealed record EditionFindings(EditionFault? Fault, EditionProof? Proof, Checkpoint? Checkpoint, VerifierKey? Key, IReadOnlyList<(string Name, DateTimeOffset At)> Witnesses)
{
    internal static EditionFindings Wrong(string chinese, string english) => new(new(chinese, english), null, null, null, []);
}

/// <summary>
/// Checks an edition's PDF from the file alone: the seal over the file, the checkpoint's signature and cosignatures, each
/// event's leaf, the path from the leaves to the root, and the figures' hash in the event that froze them. The counting
/// again is left to who has the rules' evaluator.
/// </summary>
public static class EditionCheck
{
    /// <param name="file">The PDF.</param>
    /// <param name="trusted">The log's public key as published elsewhere; null: the file's own, and the reader compares it.</param>
    public static EditionFindings Run(byte[] file, VerifierKey? trusted)
    {
        var files = PdfFiles.Read(file).ToList();
        if (files.Select(EditionProof.Parse).OfType<EditionProof>().ToList() is not [var proof])
            return EditionFindings.Wrong("文件中没有凭证（proof.json），或不止一份；另存或重新打印成的 PDF 不能核验，请用原件", "the file carries no proof, or more than one; a PDF that was saved or printed anew cannot be verified: ask for the file as it was filed");
        if (EditionSeal.Read(file) is not { } seal)
            return EditionFindings.Wrong("文件中没有封印（seal.txt），或已损坏", "the file carries no seal, or a damaged one");
        var keys = proof.Keys.Select(VerifierKey.Parse).OfType<VerifierKey>().Where(k => k.Use == KeyUse.Note && (trusted is null || k == trusted)).ToList();
        if (keys.Count == 0)
            return EditionFindings.Wrong("文件不是由所信任的密钥签名的", "the file is not of the key that is trusted");
        if (keys.Find(k => seal.SignedBy(k) == true) is not { } key)
            return EditionFindings.Wrong("封印的签名无效", "the seal's signature does not hold");
        if (!seal.Text.StartsWith($"ledger-edition/1\nunit {proof.Unit}\nyear {proof.Year}\nedition {proof.Edition}\n", StringComparison.Ordinal) || !key.Name.EndsWith("/" + proof.Unit, StringComparison.Ordinal))
            return EditionFindings.Wrong("封印属于另一版报告", "the seal is another edition's");
        if (!EditionSeal.Fits(file, seal))
            return EditionFindings.Wrong("文件内容在盖封印之后被改动", "the file was changed after it was sealed");
        return Log(proof, key);
    }

    internal static EditionFindings Log(EditionProof proof, VerifierKey key)
    {
        if (SignedNote.Parse(proof.Checkpoint) is not { } note || Checkpoint.Parse(note.Text) is not { } checkpoint || checkpoint.Origin != key.Name || note.SignedBy(key) != true)
            return EditionFindings.Wrong("检查点的签名无效", "the checkpoint's signature does not hold");
        var witnesses = new List<(string, DateTimeOffset)>();
        foreach (var witness in proof.Witnesses.Select(VerifierKey.Parse).OfType<VerifierKey>())
        {
            // The log's own key is no witness, and what it signed has no time.
            if (witness.Use != KeyUse.Cosignature || note.SignedBy(witness) != true)
                return EditionFindings.Wrong($"见证方 {witness.Name} 的签名无效", $"the cosignature of {witness.Name} does not hold");
            witnesses.Add((witness.Name, note.Signatures.Select(s => Cosignature.Verify(witness, note.Text, s)).OfType<DateTimeOffset>().First()));
        }

        var leaves = new List<(long, byte[])>();
        foreach (var e in proof.Events)
        {
            try
            {
                leaves.Add((e.Index, e.Leaf(proof.Unit)));
            }
            catch (FormatException)
            {
                return EditionFindings.Wrong($"第 {e.Seq} 号事件无法计算", $"the leaf of event {e.Seq} cannot be computed");
            }
        }

        if (ManyLeaves.Root(leaves, checkpoint.Size, [.. proof.Hashes.Select(Hash)]) is not { } root || !root.AsSpan().SequenceEqual(checkpoint.Root))
            return EditionFindings.Wrong("事件与检查点不符：有事件被改动、增加或缺失", "the events do not lead to the checkpoint: one was changed, added or left out");
        return (Frozen(proof) ?? HiddenFigures.Fault(proof)) is { } wrong
            ? EditionFindings.Wrong(wrong.Chinese, wrong.English)
            : new EditionFindings(null, proof, checkpoint, key, witnesses);
    }

    private static EditionFault? Frozen(EditionProof proof)
    {
        var hash = JsonSerializer.Serialize(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(proof.Figures))));
        var frozen = proof.Events.Where(e => e.Type == "edition_frozen" && e.Members.GetValueOrDefault("/year") == $"{proof.Year}" && e.Members.GetValueOrDefault("/number") == $"{proof.Edition}").ToList();
        if (frozen is not [var one])
            return new("日志中没有这一版的定稿记录", "the log holds no freezing of this edition");
        return one.Members.GetValueOrDefault("/figuresSha256") == hash ? null : new("指标与定稿时不同", "the figures are not those that were frozen");
    }

    private static byte[] Hash(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : [];
    }
}
