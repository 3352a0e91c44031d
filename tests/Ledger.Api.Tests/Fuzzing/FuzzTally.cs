using System.Diagnostics;
using System.Text.Json;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>How much was asked, and with what success.</summary>
internal sealed class FuzzTally(ApiDocument document)
{
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private readonly Dictionary<string, int> _asked = document.Operations.ToDictionary(o => o.Id, _ => 0);
    private readonly HashSet<string> _succeeded = [];
    private readonly SortedDictionary<int, int> _statuses = [];
    private readonly Dictionary<(string Operation, string Why), int> _refusals = [];

    public int Requests { get; private set; }
    public double Accepted => _statuses.Where(s => s.Key < 400).Sum(s => s.Value) / (double)Math.Max(1, Requests);
    public IEnumerable<string> NeverAsked => _asked.Where(a => a.Value == 0).Select(a => a.Key);

    public void Note(FuzzStep step, Got got)
    {
        Requests++;
        _asked[step.Operation.Id]++;
        _statuses[got.Status] = _statuses.GetValueOrDefault(got.Status) + 1;
        if (!got.Refused)
            _succeeded.Add(step.Operation.Id);
        else
            _refusals[(step.Operation.Id, Why(got))] = _refusals.GetValueOrDefault((step.Operation.Id, Why(got))) + 1;
    }

    /// <summary>What a refusal is about: its type, and the first field it names.</summary>
    private static string Why(Got got)
    {
        var type = FuzzStep.Member(got.Json, ["type"])?.Split(':')[^1] ?? "";
        var field = got.Json is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("errors", out var errors) ? FuzzStep.Member(errors.EnumerateArray().FirstOrDefault(), ["path"]) : null;
        return field is null ? $"{got.Status} {type}" : $"{got.Status} {type} {field}";
    }

    private string Refused(string operation) => string.Join(", ", _refusals.Where(r => r.Key.Operation == operation).OrderByDescending(r => r.Value).Take(4).Select(r => $"{r.Key.Why}×{r.Value}"));

    public override string ToString() =>
        $"{Requests} requests in {_since.Elapsed.TotalSeconds:F0} s; {_asked.Count(a => a.Value > 0)} of {_asked.Count} operations asked, {_succeeded.Count} with success, never accepted: {string.Join("; ", _asked.Keys.Except(_succeeded).Order().Select(o => $"{o} ({Refused(o)})"))}; statuses {string.Join(' ', _statuses.Select(s => $"{s.Key}×{s.Value}"))}";
}
