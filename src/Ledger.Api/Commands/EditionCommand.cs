using System.Globalization;
using Ledger.Log.Editions;
using Ledger.Log.Notes;

namespace Ledger.Api.Commands;

/// <summary>
/// <c>verify FILE.pdf [--key VKEY]</c>: an edition checked from its file alone, without database, data folder or network.
/// 0 where everything holds, 1 with the first thing that does not.
/// </summary>
public static class EditionCommand
{
    /// <summary>Whether these arguments of <c>verify</c> mean a file of an edition and not the ledger's own figures.</summary>
    public static bool Means(string[] args) => args.Any(a => a.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase));

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var given = new Arguments(args, "key");
        var key = given["key"] is { } vkey ? VerifierKey.Parse(vkey) : null;
        if (given.Error is not null || given.Words is not [var file] || (given["key"] is not null && key is null))
        {
            await error.WriteLineAsync($"{given.Error}\n用法 | usage: ./run verify FILE.pdf [--key VKEY]".TrimStart('\n'));
            return 2;
        }

        if (!File.Exists(file))
        {
            await error.WriteLineAsync($"没有文件 {file} | there is no file {file}");
            return 2;
        }

        var found = EditionCheck.Run(await File.ReadAllBytesAsync(file, ct), key);
        var fault = found.Fault ?? (found.Proof!.Complete ? await EditionRecount.RunAsync(found.Proof, ct) : null);
        if (fault is not null)
        {
            await output.WriteLineAsync($"✗ {fault.Chinese} | {fault.English}");
            return 1;
        }

        var (proof, checkpoint) = (found.Proof!, found.Checkpoint!);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            ✓ 全部相符 | genuine
              报告 | report      {proof.Unit} {proof.Year} 第 {proof.Edition} 版
              日志 | log         {checkpoint.Origin}，{checkpoint.Size} 个事件，短摘要 {Convert.ToHexStringLower(checkpoint.Root)[..16]}
              事件 | events      {proof.Events.Count} 个已核对 | checked{(proof.Complete ? "，指标已重算 | figures counted again" : "；文件未附全部登记，未重算指标 | not all entries are in the file: figures were not counted again")}
              见证 | witnesses   {(found.Witnesses.Count == 0 ? "无 | none" : string.Join("；", found.Witnesses.Select(w => $"{w.Name} {w.At:yyyy-MM-dd'T'HH:mm:ss'Z'}")))}
              密钥 | key         {found.Key}{(key is null ? "\n  请将密钥与另行公布的核对，或用 --key 给出 | compare the key with the one published elsewhere, or give it with --key" : "")}
            """));
        return 0;
    }
}
