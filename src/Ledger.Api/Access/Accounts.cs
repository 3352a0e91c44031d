using Marten;
using Microsoft.AspNetCore.Identity;

namespace Ledger.Api.Access;

/// <summary>The accounts and tokens of this ledger, and the way to change one.</summary>
public sealed class Accounts(IDocumentStore store, IServiceScopeFactory scopes, TimeProvider clock)
{
    // Attempts on one account go one after the other: many at a time would each be counted as the first.
    private static readonly SemaphoreSlim[] Turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    private readonly Remembered<Account> _accounts = new(clock);
    private readonly Remembered<ApiToken> _tokens = new(clock);
    private bool _shared;

    /// <summary>As it was at most a few seconds ago: to read, not to change.</summary>
    public ValueTask<Account?> FindAsync(string user) => _accounts.GetAsync(user, async id =>
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Account>(id);
    });

    /// <summary>The token that was sent; null if it opens nothing.</summary>
    public async ValueTask<ApiToken?> FindTokenAsync(string bearer) => await FindKeyAsync(bearer) is { Feed: null } token ? token : null;

    /// <summary>The key of this unit's calendar that stood in an address; null if it opens nothing.</summary>
    public async ValueTask<ApiToken?> FindFeedAsync(string key, string? unit) => await FindKeyAsync(key) is { Feed: { } of } feed && of == unit ? feed : null;

    private async ValueTask<ApiToken?> FindKeyAsync(string bearer)
    {
        if (ApiToken.IdOf(bearer) is not { } id)
            return null;
        var token = await _tokens.GetAsync(id, async key =>
        {
            await using var session = store.QuerySession();
            return await session.LoadAsync<ApiToken>(key);
        });
        return token?.Opens(bearer, clock.GetUtcNow()) == true ? token : null;
    }

    public void ForgetToken(string id) => _tokens.Forget(id);

    /// <summary>Whether anybody but the first administrator has an account.</summary>
    public async ValueTask<bool> AreSharedAsync(CancellationToken ct)
    {
        if (_shared)
            return true;
        await using var session = store.QuerySession();
        return _shared = await session.Query<Account>().AnyAsync(a => !a.First, ct);
    }

    /// <summary>Work on the account as it is now, alone; null stands for one that is not there.</summary>
    public async Task<T> WithAsync<T>(string user, Func<UserManager<Account>, Account?, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var id = AccountStore.Normal(user);
        var turn = Turns[(uint)string.GetHashCode(id, StringComparison.Ordinal) % Turns.Length];
        await turn.WaitAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var manager = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            return await work(manager, await manager.FindByIdAsync(id));
        }
        finally
        {
            _accounts.Forget(id);
            turn.Release();
        }
    }
}
