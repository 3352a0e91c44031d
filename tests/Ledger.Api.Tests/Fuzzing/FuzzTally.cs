using System.Diagnostics;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>How much was asked, and with what success.</summary>
internal sealed class FuzzTally(ApiDocument document)
{
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private readonly Dictionary<string, int> _asked = document.Operations.ToDictionary(o => o.Id, _ => 0);
    private readonly HashSet<string> _succeeded = [];
    private readonly SortedDictionary<int, int> _statuses = [];

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
    }

    public override string ToString() =>
        $"{Requests} requests in {_since.Elapsed.TotalSeconds:F0} s; {_asked.Count(a => a.Value > 0)} of {_asked.Count} operations asked, {_succeeded.Count} with success, never accepted: {string.Join(' ', _asked.Keys.Except(_succeeded).Order())}; statuses {string.Join(' ', _statuses.Select(s => $"{s.Key}×{s.Value}"))}";
}
