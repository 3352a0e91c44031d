using System.Text.Json;

namespace Ledger.Bench.Output;

/// <summary>Every number for a program to compare.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Results results, Machine? machine) => JsonSerializer.Serialize(
        new
        {
            machine,
            results.Options.Sizes,
            results.Options.Quick,
            results = results.All.Select(r => new
            {
                r.Name,
                r.Size,
                r.Value,
                r.Unit,
                Target = Targets.Of(r.Name)?.ToString(),
                Met = Targets.Of(r.Name) is { } t && r.Size >= t.FromSize ? t.IsMet(r.Value) : (bool?)null,
            }),
            failures = results.Failures.Select(f => new { f.What, f.Why }),
        },
        Options);
}
