using System.Text.Json;

namespace Ledger.Api.Tests;

/// <summary>What the service answered, and what a test may ask of it.</summary>
public sealed record Answer(int Status, string? MediaType, string? Location, string Text, HttpResponseMessage Response)
{
    private JsonElement? _json;

    public JsonElement Json => _json ??= JsonElement.Parse(Text);

    /// <summary>Path and message of every field at fault.</summary>
    public IReadOnlyList<(string Path, string Message)> Errors => Json.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(e => (e.GetProperty("path").GetString()!, e.GetProperty("message").GetString()!))]
        : [];

    public JsonElement this[string member] => Json.GetProperty(member);

    public Answer Is(int status)
    {
        Assert.True(status == Status, $"answered {Status}, not {status}: {Text}");
        return this;
    }

    /// <summary>A refusal as problem+json of this type.</summary>
    public Answer Refuses(int status, string code)
    {
        Is(status);
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal($"urn:ledger:problem:{code}", this["type"].GetString());
        Assert.NotEmpty(this["title"].GetString()!);
        return this;
    }

    /// <summary>A refusal whose only fault is this field.</summary>
    public Answer RefusesField(string path)
    {
        Refuses(400, "invalid");
        Assert.Equal(path, Assert.Single(Errors).Path);
        return this;
    }

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(
            (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.Location?.OriginalString, text, response);
    }
}
