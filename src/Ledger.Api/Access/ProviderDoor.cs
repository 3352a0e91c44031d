using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Ledger.Api.Entries;
using Ledger.Api.Pages;
using Ledger.Api.Setup;
using Microsoft.AspNetCore.Authentication;

namespace Ledger.Api.Access;

/// <summary>
/// In by the organisation's provider. The account is the one of this issuer and subject and no other, whatever name or
/// address the provider tells; who has none is given one that holds no role.
/// </summary>
public static class ProviderDoor
{
    public static async Task<IResult> Get(string? to, HttpContext http, Provider provider)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(provider);
        if (!provider.On)
            return Results.NotFound();
        try
        {
            await http.ChallengeAsync(Provider.Scheme, new AuthenticationProperties { RedirectUri = SignInPage.Here(to) });
            return Results.Empty;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException)
        {
            // Its description could not be read.
            return Results.Problem(http.Refuse(503, "provider-away", "统一身份暂时连不上，请稍后再试", "The provider cannot be reached; try again shortly"));
        }
    }

    /// <summary>The provider's word was good: from here on the session is our own.</summary>
    internal static async Task ReceiveAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var (audit, clock) = (services.GetRequiredService<AuditLog>(), services.GetRequiredService<TimeProvider>());
        var subject = context.Principal?.FindFirst("sub");
        context.HandleResponse();
        var account = subject is { Value.Length: > 0, Issuer.Length: > 0 }
            ? await EnterAsync(context.Principal!, subject.Issuer, subject.Value, http, audit, clock)
            : null;
        await audit.WriteAsync(AuditEntry.Of(http, account is null ? AuditKind.SignInFailed : AuditKind.SignIn, account?.Id ?? "?", subject: Provider.Scheme));
        if (account is null)
        {
            http.Response.Redirect($"{PageRoutes.SignIn}?failed=provider");
            return;
        }

        // Nobody has asked yet whether they come with a session.
        http.User = (await http.AuthenticateAsync()).Principal ?? http.User;
        await services.GetRequiredService<Accounts>().WithAsync(account.Id, (manager, now) => SessionCookie.SignInAsync(http, manager, now!, clock));
        // Without a role every page but the start would say that there is nothing.
        http.Response.Redirect(account.Grants.Count == 0 ? "/" : SignInPage.Here(context.ReturnUri));
    }

    /// <summary>The same name for the same person each time, and none that says anything about them.</summary>
    internal static string NameOf(string issuer, string subject) =>
        "sso-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}")))[..24];

    private static Task<Account?> EnterAsync(ClaimsPrincipal who, string issuer, string subject, HttpContext http, AuditLog audit, TimeProvider clock)
    {
        var accounts = http.RequestServices.GetRequiredService<Accounts>();
        return accounts.WithAsync(NameOf(issuer, subject), async (manager, known) =>
        {
            if (known is not null)
                return known.Issuer == issuer && known.Subject == subject && !known.Disabled ? known : null;
            var name = who.FindFirstValue("name")?.Trim();
            var made = new Account
            {
                Id = NameOf(issuer, subject),
                Name = PlainText.Is(name, 2, 30) ? name! : "统一身份用户",
                Issuer = issuer,
                Subject = subject,
                CreatedAt = clock.GetUtcNow(),
            };
            if (!(await manager.CreateAsync(made)).Succeeded)
                return null;
            await audit.WriteAsync(AuditEntry.Of(http, AuditKind.AccountCreated, Provider.Scheme, made.Id));
            return made;
        });
    }
}
