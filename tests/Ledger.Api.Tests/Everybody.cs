using System.Net.Http.Headers;
using Ledger.Api.Access;
using Marten;

namespace Ledger.Api.Tests;

/// <summary>The credential of tests that are about something else: a token that holds every role in every unit.</summary>
internal static class Everybody
{
    public static async Task<HttpClient> WithAllRolesAsync(HttpClient client, IDocumentStore store)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", await TokenAsync(store, [.. Enum.GetValues<Role>().Select(r => new Grant(r))]));
        return client;
    }

    public static async Task<string> TokenAsync(IDocumentStore store, params Grant[] grants)
    {
        var (token, bearer) = ApiToken.Create("测试", grants, "tests", TimeProvider.System.GetUtcNow(), until: null);
        await using var session = store.LightweightSession();
        session.Insert(token);
        await session.SaveChangesAsync();
        return bearer;
    }
}
