using System.Net;
using System.Text;

namespace Ledger.Api.Tests.Setup;

/// <summary>On a real server: a body over its limit is refused, whether or not it says beforehand how long it is.</summary>
public sealed class BodyLimitTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private const int Megabyte = 1 << 20;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task an_entry_over_one_megabyte_is_refused(bool chunked)
    {
        var unit = await ledger.NewUnitAsync();
        using var body = Json(Megabyte + 1, chunked);
        var answer = (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", body)).Refuses(413, "too-large");
        Assert.Contains("1 MB", answer["title"].GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task an_entry_of_just_one_megabyte_is_taken(bool chunked)
    {
        var unit = await ledger.NewUnitAsync();
        using var body = Json(Megabyte, chunked);
        (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", body)).Is(201);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task evidence_over_twenty_megabytes_is_refused_and_of_just_twenty_taken(bool chunked)
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        (await AttachAsync(unit, id, (20 * Megabyte) + 1, chunked)).Refuses(413, "too-large");
        (await AttachAsync(unit, id, 22 * Megabyte, chunked)).Refuses(413, "too-large");
        // More than the server takes by itself: who sends it sees the answer, not a broken connection.
        (await AttachAsync(unit, id, 40 * Megabyte, chunked)).Refuses(413, "too-large");
        (await AttachAsync(unit, id, 20 * Megabyte, chunked)).Is(201);
        Assert.Equal(2, (await ledger.EntryAsync(unit, id)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task a_counter_whose_name_holds_a_slash_is_reached_by_its_address()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogAsync(unit, "other-work", new { occurredOn = "2023-03-01", category = "走访", counters = new[] { new { name = "走访/座谈", unit = "次", value = 7 } } });
        Assert.Equal(7, await ledger.ValueAsync(unit, 2023, "other-work:走访/座谈（次）"));
    }

    private async Task<Answer> AttachAsync(string unit, Guid id, int size, bool chunked)
    {
        var file = new byte[size];
        "%PDF-1.7\n"u8.CopyTo(file);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "大文件.pdf" } };
        using HttpContent body = chunked ? new OfUnknownLength(form) : form;
        return await ledger.PostAsync($"/api/units/{unit}/entries/{id}/evidence", body);
    }

    /// <summary>A right entry, blown up to a length by spaces.</summary>
    private static HttpContent Json(int bytes, bool chunked)
    {
        const string entry = """{"occurredOn":"2023-03-01","service":"consultation","adviser":"A"}""";
        var json = new StringContent(entry.PadRight(bytes), Encoding.UTF8, "application/json");
        return chunked ? new OfUnknownLength(json) : json;
    }

    /// <summary>Sent in chunks, because it does not say how long it is.</summary>
    private sealed class OfUnknownLength : HttpContent
    {
        private readonly HttpContent _content;

        public OfUnknownLength(HttpContent content)
        {
            _content = content;
            Headers.ContentType = content.Headers.ContentType;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _content.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
