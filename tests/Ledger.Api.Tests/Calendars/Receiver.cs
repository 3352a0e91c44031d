using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ledger.Api.Tests.Calendars;

/// <summary>A receiver of webhooks on a real port that first says no.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    public Receiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/hook", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            Got.Enqueue(new Delivery(request.Headers["Ledger-Delivery"].ToString(), request.Headers["Ledger-Timestamp"].ToString(), request.Headers["Ledger-Signature"].ToString(), await reader.ReadToEndAsync()));
            return Answers.TryDequeue(out var status) ? Results.StatusCode(status) : Results.NoContent();
        });
        // Where a redirect would lead.
        _app.MapFallback(() => { Interlocked.Increment(ref _strayed); return Results.NoContent(); });
    }

    private int _strayed;

    public int Strayed => _strayed;
    public ConcurrentQueue<Delivery> Got { get; } = new();

    /// <summary>What it answers, one after the other; after them it takes everything.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    public string Url => $"{_app.Urls.Single()}/hook";

    public Task StartAsync() => _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal sealed record Delivery(string Name, string Time, string Signature, string Body);
}
