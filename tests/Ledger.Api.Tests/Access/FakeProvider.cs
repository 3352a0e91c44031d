using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ledger.Api.Tests.Access;

/// <summary>A provider that can be told to answer wrongly.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _stranger = RSA.Create(2048);
    private WebApplication? _app;

    public string Issuer { get; private set; } = "";
    public string Subject { get; set; } = "s1";
    public string Name { get; set; } = "王五";

    /// <summary>What is wrong with the next answer; empty for nothing.</summary>
    public string Wrong { get; set; } = "";

    /// <summary>How people signed in there, as its tokens tell: nothing is said unless a test sets it.</summary>
    public string? Acr { get; set; }

    public string[] Amr { get; set; } = [];

    public string Nonce { get; set; } = "";
    public string Challenge { get; set; } = "";

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = $"{Issuer}/auth",
            ["token_endpoint"] = $"{Issuer}/token",
            ["userinfo_endpoint"] = $"{Issuer}/userinfo",
            ["jwks_uri"] = $"{Issuer}/jwks",
            ["response_types_supported"] = new[] { "code" },
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }));
        _app.MapGet("/jwks", () =>
        {
            var key = _key.ExportParameters(false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "k", n = Base64Url(key.Modulus!), e = Base64Url(key.Exponent!) } } });
        });
        _app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            var proof = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
            return Wrong == "code" || proof != Challenge
                ? Results.Json(new { error = "invalid_grant" }, statusCode: 400)
                : Results.Json(new { access_token = "a", token_type = "Bearer", expires_in = 60, id_token = Token() });
        });
        // An address that somebody else here may have as well: nobody is known by it.
        _app.MapGet("/userinfo", () => Results.Json(new { sub = Wrong == "userinfo" ? "another" : Subject, name = Name, email = "admin@example.com", email_verified = true, preferred_username = "admin" }));
        await _app.StartAsync();
        Issuer = _app.Urls.Single();
    }

    private string Token()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Wrong == "issuer" ? "https://evil.example" : Issuer,
            ["aud"] = Wrong == "audience" ? "another-client" : "ledger",
            ["iat"] = now - (Wrong == "expired" ? 7200 : 0),
            ["exp"] = now + (Wrong == "expired" ? -3600 : 60),
        };
        if (Wrong != "subject")
            claims["sub"] = Subject;
        if (Wrong != "no nonce")
            claims["nonce"] = Wrong == "nonce" ? "another" : Nonce;
        if (Acr is not null)
            claims["acr"] = Acr;
        if (Amr.Length > 0)
            claims["amr"] = Amr;
        var unsigned = Wrong == "unsigned";
        var head = JsonSerializer.SerializeToUtf8Bytes(unsigned ? new Dictionary<string, string> { ["alg"] = "none" } : new Dictionary<string, string> { ["alg"] = "RS256", ["kid"] = "k", ["typ"] = "JWT" });
        var text = $"{Base64Url(head)}.{Base64Url(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        var key = Wrong == "key" ? _stranger : _key;
        return $"{text}.{(unsigned ? "" : Base64Url(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)))}";
    }

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _key.Dispose();
        _stranger.Dispose();
    }
}
