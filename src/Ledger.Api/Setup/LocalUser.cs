using System.Security.Claims;
using System.Security.Principal;

namespace Ledger.Api.Setup;

/// <summary>
/// Until there are accounts, whoever reaches the loopback address is the local user, and every event says so: no event
/// is without a name.
/// </summary>
public static class LocalUser
{
    public const string Name = "本机";

    public static void UseLocalUser(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.User.Identity is not { IsAuthenticated: true })
            http.User = new ClaimsPrincipal(new GenericIdentity(Name));
        return next(http);
    });
}
