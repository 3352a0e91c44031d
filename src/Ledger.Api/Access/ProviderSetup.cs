using Ledger.Api.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Ledger.Api.Access;

/// <summary>Authorization code with PKCE; of what the provider says, issuer and subject are kept, and the name once.</summary>
public static class ProviderSetup
{
    public static AuthenticationBuilder AddProvider(this AuthenticationBuilder authentication, Provider provider)
    {
        ArgumentNullException.ThrowIfNull(authentication);
        ArgumentNullException.ThrowIfNull(provider);
        return provider.On ? authentication.AddOpenIdConnect(Provider.Scheme, o => Configure(o, provider)) : authentication;
    }

    private static void Configure(OpenIdConnectOptions o, Provider provider)
    {
        (o.Authority, o.ClientId, o.ClientSecret) = (provider.Authority, provider.ClientId, provider.Secret);
        o.RequireHttpsMetadata = !provider.IsPlain;
        o.ResponseType = OpenIdConnectResponseType.Code;
        // The way back is an ordinary link then, which brings cookies that a form from elsewhere would not.
        o.ResponseMode = OpenIdConnectResponseMode.Query;
        o.UsePkce = true;
        o.CallbackPath = Provider.Return;
        // A session ends here, and nobody ends it from elsewhere.
        o.RemoteSignOutPath = o.SignedOutCallbackPath = PathString.Empty;
        o.Scope.Clear();
        o.Scope.Add("openid");
        o.Scope.Add("profile");
        o.MapInboundClaims = false;
        o.GetClaimsFromUserInfoEndpoint = true;
        o.SaveTokens = false;
        o.DisableTelemetry = true;
        foreach (var cookie in (CookieBuilder[])[o.CorrelationCookie, o.NonceCookie])
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        o.Events = new OpenIdConnectEvents { OnMessageReceived = ByLinkOnly, OnTokenValidated = SignedOnly, OnTicketReceived = ProviderDoor.ReceiveAsync, OnRemoteFailure = RefuseAsync };
    }

    private static Task ByLinkOnly(MessageReceivedContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
            context.SkipHandler();
        return Task.CompletedTask;
    }

    /// <summary>The framework would do without a signature, as the token comes straight from the provider; we do not.</summary>
    private static Task SignedOnly(TokenValidatedContext context)
    {
        if (context.SecurityToken.RawSignature is not { Length: > 0 })
            context.Fail("The token is not signed");
        return Task.CompletedTask;
    }

    /// <summary>Whatever was wrong is no business of whoever brought it.</summary>
    private static async Task RefuseAsync(RemoteFailureContext context)
    {
        var http = context.HttpContext;
        context.HandleResponse();
        await http.RequestServices.GetRequiredService<AuditLog>().NoteAsync(AuditEntry.Of(http, AuditKind.SignInFailed, "?", subject: Provider.Scheme));
        http.Response.Redirect($"{PageRoutes.SignIn}?failed=provider");
    }
}
