using Ledger.Api.Access;
using Ledger.Domain.Kinds;
using Microsoft.OpenApi;

namespace Ledger.Api.Setup;

/// <summary>How one shows who one is, and which roles a route is open to: from the table that the gate goes by.</summary>
internal static class OpenApiAccess
{
    private const string Bearer = "token";
    private const string Cookie = "session";

    public static void Describe(OpenApiDocument document)
    {
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "接口令牌，限一个单位、一个角色 · A token, bound to one unit and one role",
        });
        document.AddComponent<IOpenApiSecurityScheme>(Cookie, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = SessionCookie.Name,
            Description = "登录后的会话，https 下名为 __Host-ledger；写操作须带同源 Origin · A signed-in session, called __Host-ledger over https; writes need an Origin of this service",
        });
    }

    /// <summary>Says it of the route, and gives the statuses that it may be refused with.</summary>
    public static IEnumerable<int> Guard(OpenApiOperation operation, string route, OpenApiDocument document)
    {
        var access = AccessTable.Routes.GetValueOrDefault(route) ?? throw new InvalidOperationException($"{route} is missing in the access table");
        if (access.Door == AccessTable.Door.Public)
        {
            operation.Security = [];
            return route == "POST /api/session" ? [401, 403] : [];
        }

        operation.Security = [Of(Cookie, document)];
        if (access.Door != AccessTable.Door.Own)
            operation.Security.Add(Of(Bearer, document));
        if (access.Roles.Length > 0)
            operation.Description = $"角色 · Roles: {string.Join(", ", access.Roles.Select(r => Codes.Of(r)))}";
        if (access.WithEntries is { } readers)
            operation.Description += $"; annexes=entries: {string.Join(", ", readers.Select(r => Codes.Of(r)))}";

        return [401, 403];
    }

    private static OpenApiSecurityRequirement Of(string scheme, OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };
}
