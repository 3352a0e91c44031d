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
        o.Events = new OpenIdConnectEvents { OnMessageReceived = ByLinkOnly, OnRedirectToIdentityProvider = c => AskForStrength(c, provider), OnTokenValidated = c => SignedAndStrong(c, provider), OnTicketReceived = ProviderDoor.ReceiveAsync, OnRemoteFailure = RefuseAsync };
    }

    private static Task ByLinkOnly(MessageReceivedContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
            context.SkipHandler();
        return Task.CompletedTask;
    }

    /// <summary>A provider that can takes people through its second step then; one that cannot is found out by its token.</summary>
    private static Task AskForStrength(RedirectContext context, Provider provider)
    {
        if (provider.Strengths.Count > 0)
            context.ProtocolMessage.AcrValues = string.Join(' ', provider.Strengths);
        return Task.CompletedTask;
    }

    /// <summary>The framework would do without a signature, as the token comes straight from the provider; we do not.</summary>
    private static Task SignedAndStrong(TokenValidatedContext context, Provider provider)
    {
        if (context.SecurityToken.RawSignature is not { Length: > 0 })
            context.Fail("The token is not signed");
        else if (!provider.IsStrong(context.SecurityToken.Claims))
            context.Fail(new TooWeakException());
        return Task.CompletedTask;
    }

    /// <summary>Whatever was wrong is no business of whoever brought it; that a second step is wanted they have to know.</summary>
    private static async Task RefuseAsync(RemoteFailureContext context)
    {
        var http = context.HttpContext;
        context.HandleResponse();
        var weak = context.Failure is TooWeakException;
        await http.RequestServices.GetRequiredService<AuditLog>().NoteAsync(AuditEntry.Of(http, AuditKind.SignInFailed, "?", subject: weak ? $"{Provider.Scheme} acr" : Provider.Scheme));
        http.Response.Redirect($"{PageRoutes.SignIn}?failed={(weak ? "strength" : "provider")}");
    }

    private sealed class TooWeakException() : Exception("The provider's sign-in is not as strong as LEDGER_OIDC_ACR asks for");
}
