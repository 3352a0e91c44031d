using System.Globalization;
using System.Text;
using Ledger.Api.Sealing;
using Ledger.Documents;
using Ledger.Domain.Kinds;
using Ledger.Domain.Reports;
using Ledger.Log.Editions;
using Ledger.Log.Notes;
using QRCoder;

namespace Ledger.Api.Reports;

/// <summary>
/// An edition as it is printed: what the report says, and behind it the page and the files by which anybody can check it
/// without this service. An edition from before there was a log, and a draft, carry none of that.
/// </summary>
public sealed class EditionDocument(EditionLog log)
{
    private const int PixelsPerSquare = 2;

    /// <param name="report">What is printed: a draft's model, or an edition's with signer and number.</param>
    /// <param name="layout">For whom.</param>
    /// <param name="edition">The edition it is; null for a draft.</param>
    /// <param name="entries">The entries that are printed; null where none are asked for.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <exception cref="Sealing.SealingBehindException">The edition cannot be closed yet: sealing is behind.</exception>
    public async Task<OfficialDocument> ComposeAsync(
        ReportModel report, LayoutProfile layout, Edition? edition, IReadOnlyList<IndexedEntry>? entries, CancellationToken ct)
    {
        var document = ReportDocument.Of(report, layout);
        if (entries is not null)
            document = EntryAnnexes.With(document, layout == LayoutProfile.Public ? await MaskedAsync(report, entries, ct) : entries);
        return edition is { Proves: true } ? await WithProofAsync(document, edition, entries, ct) : document;
    }

    private async Task<IReadOnlyList<IndexedEntry>> MaskedAsync(ReportModel report, IReadOnlyList<IndexedEntry> entries, CancellationToken ct)
    {
        var masks = await log.MasksAsync(report.Unit.Id, report.Sequence, ct);
        return [.. entries.Select(e => e with { Entry = masks.Of(e.Entry) })];
    }

    /// <summary>The PDF, of an edition with its seal filled in.</summary>
    public async Task<byte[]> PdfAsync(OfficialDocument document, Edition? edition, CancellationToken ct)
    {
        var pdf = PdfRenderer.Render(document, ReportFonts.Library).Bytes;
        if (edition is not { Proves: true })
            return pdf;
        var unit = edition.Model.Unit.Id;
        var key = log.KeyOf(unit, await log.CheckpointAsync(unit, edition, ct));
        return EditionSeal.Fill(pdf, unit, edition.Year, edition.Number, key);
    }

    private async Task<OfficialDocument> WithProofAsync(OfficialDocument document, Edition edition, IReadOnlyList<IndexedEntry>? entries, CancellationToken ct)
    {
        var unit = edition.Model.Unit.Id;
        var note = await log.CheckpointAsync(unit, edition, ct);
        // The public copy has the public entries alone; within the house everything comes along: void entries and matters too.
        var inHouse = document.Profile != LayoutProfile.Public;
        IReadOnlyList<Guid>? streams = inHouse && entries is not null ? null
            : [.. (entries ?? []).Where(e => e.Entry.Activity.Openness == Openness.Public).Select(e => e.Entry.Id)];
        var proof = await log.ProofAsync(unit, edition, streams, complete: streams is null, publicOnly: !inHouse, ct);
        return document with
        {
            Annexes = [.. document.Annexes, Certificate(note, proof)],
            Files =
            [
                .. document.Files,
                new AttachedFile("checkpoint.txt", Encoding.UTF8.GetBytes(note.ToString()), "text/plain", "封存日志的检查点（C2SP tlog-checkpoint）"),
                new AttachedFile(EditionProof.FileName, proof.ToBytes(), "application/json", "本版的凭证：事件、证明与指标"),
                new AttachedFile(EditionSeal.FileName, EditionSeal.Placeholder, "text/plain", "对整个文件的签名") { Plain = true },
            ],
        };
    }

    private static Annex Certificate(SignedNote note, EditionProof proof)
    {
        var checkpoint = Checkpoint.Parse(note.Text)!;
        var root = Convert.ToHexStringLower(checkpoint.Root);
        var key = VerifierKey.Parse(proof.Keys[0])!;
        return new Annex("本版核验凭证",
        [
            new Table
            {
                Columns = [new TableColumn("项目", 1.2), new TableColumn("内容", 4)],
                Rows =
                [
                    TableRow.Of("版次", $"{proof.Year}年度第{proof.Edition}版"),
                    TableRow.Of("封存日志", checkpoint.Origin),
                    TableRow.Of("日志规模", $"{checkpoint.Size.ToString(CultureInfo.InvariantCulture)}个事件"),
                    TableRow.Of("短摘要", string.Join(' ', root[..16].Chunk(4).Select(group => new string(group)))),
                    TableRow.Of("签名密钥", key.Id.ToString("x8", CultureInfo.InvariantCulture)),
                    TableRow.Of("见证", proof.Witnesses.Count == 0 ? "无" : string.Join('、', proof.Witnesses.Select(w => w.Split('+')[0]))),
                ],
                Note = "注：短摘要为检查点根哈希（SHA-256）的前16位；二维码载有检查点全文及签名。核验本文件不需要本系统：用核验页或命令打开即可，密钥请与另行公布的核对。",
            },
            new Image("checkpoint.png", QrCode(note with { Signatures = [note.Signatures[0]] }), $"检查点二维码：{checkpoint.Origin}，规模{checkpoint.Size}，短摘要{root[..16]}"),
        ]);
    }

    private static byte[] QrCode(SignedNote note)
    {
        using var data = QRCodeGenerator.GenerateQrCode(note.ToString(), QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(PixelsPerSquare);
    }
}
