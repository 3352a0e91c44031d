using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>Why a request must be refused, and the step without which it need not be.</summary>
internal sealed record Forbidden(string Why, int? After = null);

/// <summary>
/// One request of a story, written so that it can be sent again in another ledger: names such as <c>@@u0@@</c> stand for
/// what a story is given, <c>@@12.id@@</c> for a member of what step 12 was answered with.
/// </summary>
internal sealed partial record FuzzStep(int Number, ApiOperation Operation, string Sender, string Method, string Target)
{
    public string? ContentType { get; init; }
    public byte[]? Body { get; init; }
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
    public Forbidden? Forbidden { get; init; }

    /// <summary>The step that this is word for word the repetition of, under the same Idempotency-Key.</summary>
    public int? Repeats { get; init; }

    /// <summary>Whether the body is JSON that can be held against the document.</summary>
    public bool Readable { get; init; }

    /// <summary>Its path steps up: it leads to another route, or to none, and only what holds of every route holds of it.</summary>
    public bool StepsUp => Target.Contains("%2e%2e", StringComparison.Ordinal);

    public HttpRequestMessage Request(Func<string, string> named, string? bearer)
    {
        // As it is, so that what a server makes of %2e%2e or of a stray percent sign is the server's to say.
        var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(Fill(Target, named), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (bearer is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {bearer}");
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, Fill(value, named));
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Filled(named)!);
            if (ContentType is not null)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        return request;
    }

    /// <summary>The body's bytes with the names filled in.</summary>
    public byte[]? Filled(Func<string, string> named) => Body is null ? null : Encoding.Latin1.GetBytes(Fill(Encoding.Latin1.GetString(Body), named));

    public static string Fill(string text, Func<string, string> named) => Name().Replace(text, m => named(m.Groups[1].Value));

    /// <summary>Numbers of the steps whose answers are named.</summary>
    public IEnumerable<int> Uses => Name().Matches(Target + Encoding.Latin1.GetString(Body ?? [])).Select(m => m.Groups[1].Value.Split('.')[0])
        .Where(n => char.IsDigit(n[0])).Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).Concat(Forbidden?.After is { } after ? [after] : []).Concat(Repeats is { } first ? [first] : []);

    /// <summary>A member of an answer by its path, as text.</summary>
    public static string? Member(JsonElement? answer, IEnumerable<string> path)
    {
        var at = answer;
        foreach (var name in path)
            at = at is { ValueKind: JsonValueKind.Object } && at.Value.TryGetProperty(name, out var member) ? member : null;
        return at?.ToString();
    }

    [GeneratedRegex("@@([a-z0-9.A-Z]+)@@")]
    private static partial Regex Name();
}
