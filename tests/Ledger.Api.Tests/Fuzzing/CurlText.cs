using System.Globalization;
using System.Text;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>A story as lines for a shell, to be typed against a service that has units <c>u0</c>, <c>u1</c> of county <c>c</c>, and <c>u2</c>.</summary>
internal static class CurlText
{
    public static string Of(Broken broken, int seed, int story)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"# {broken.Key}")
            .AppendLine(CultureInfo.InvariantCulture, $"# {broken.Fault.Seen}")
            .AppendLine(CultureInfo.InvariantCulture, $"# LEDGER_FUZZ_SEED={seed} LEDGER_FUZZ_STORY={story} dev/fuzz.sh service");
        foreach (var sender in broken.Steps.Select(s => s.Sender).Where(s => s is not ("nobody" or "stranger")).Distinct())
            text.AppendLine(CultureInfo.InvariantCulture, $"{Variable(sender)}=$(./run token --role {FuzzWorld.RoleOf(sender)}{(FuzzWorld.UnitOf(sender) is { } u ? $" --unit u{u}" : "")} | tail -n 1)");
        var used = broken.Steps.SelectMany(s => s.Uses).ToHashSet();
        foreach (var step in broken.Steps)
            text.AppendLine(Of(step, used.Contains(step.Number)));
        return text.ToString();
    }

    private static string Of(FuzzStep step, bool kept)
    {
        var line = new StringBuilder(kept ? $"a{step.Number}=$(" : "").Append(CultureInfo.InvariantCulture, $"curl -s{(kept ? "" : "i")} --path-as-is -X {step.Method}");
        if (step.Sender != "nobody")
            line.Append(CultureInfo.InvariantCulture, $" -H \"Authorization: Bearer ${Variable(step.Sender)}\"");
        foreach (var (name, value) in step.Headers)
            line.Append(CultureInfo.InvariantCulture, $" -H {Quoted(Encoding.UTF8.GetBytes($"{name}: {FuzzStep.Fill(value, Named)}"))}");
        if (step.Body is not null)
            line.Append(CultureInfo.InvariantCulture, $" -H {Quoted(Encoding.UTF8.GetBytes($"Content-Type:{(step.ContentType is null ? "" : $" {step.ContentType}")}"))} --data-binary {Quoted(step.Filled(Named)!)}");
        return line.Append(CultureInfo.InvariantCulture, $" \"{FuzzStep.Fill(step.Target, Named)}\"{(kept ? ")" : "")}").ToString();
    }

    private static string Named(string name) => name switch
    {
        "at" => "$B",
        _ when char.IsDigit(name[0]) => $"'\"$(jq -r .{name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]} <<<\"$a{name.Split('.')[0]}\")\"'",
        _ => name,
    };

    private static string Variable(string sender) => sender.Replace('-', '_');

    /// <summary>Bytes as bash's <c>$'…'</c> spells them; what is very long is cut in the middle and says so.</summary>
    private static string Quoted(byte[] bytes)
    {
        var text = new StringBuilder("$'");
        var shown = bytes.Length > 3_000 ? [.. bytes[..1_500], .. Encoding.ASCII.GetBytes($"<{bytes.Length - 2_000} bytes left out>"), .. bytes[^500..]] : bytes;
        foreach (var b in shown)
            text.Append(b is (byte)'\'' or (byte)'\\' ? $"\\{(char)b}" : b is >= 32 and < 127 ? $"{(char)b}" : $"\\x{b:x2}");
        return text.Append('\'').ToString();
    }
}
