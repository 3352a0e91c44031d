using Ledger.Api.Pages;
using static Ledger.Api.Access.Role;

namespace Ledger.Api.Access;

/// <summary>
/// Who may do what: every route of the service and the roles that it is open to. It is the only place; a route that does
/// not stand here is open to nobody.
/// </summary>
public static class AccessTable
{
    public enum Door
    {
        /// <summary>Whoever holds one of the roles, for the unit of the address if it names one.</summary>
        Roles,

        /// <summary>Anybody, unnamed.</summary>
        Public,

        /// <summary>Whoever is known: account, token or guest, with or without a role.</summary>
        Known,

        /// <summary>Any account, for itself.</summary>
        Own,
    }

    /// <summary>Whom a route is open to.</summary>
    public sealed record Access(Door Door, params Role[] Roles)
    {
        /// <summary>A read of entries, evidence, figures or reports is noted in the audit log.</summary>
        public bool Noted { get; init; }

        /// <summary>Also open to the key of the unit's calendar in the address (see Calendars/FeedAddresses.cs).</summary>
        public bool ByFeed { get; init; }

        /// <summary>Who may have single entries printed with a report; null where there is nothing to print.</summary>
        public IReadOnlyList<Role>? WithEntries { get; init; }

        /// <summary>Whether this caller is let in; what an account does for itself is its own in any case.</summary>
        public bool Opens(Caller caller, string? unit, bool withEntries = false)
        {
            ArgumentNullException.ThrowIfNull(caller);
            return Door switch
            {
                Door.Roles => caller.Holds(withEntries ? WithEntries ?? Roles : Roles, unit),
                Door.Own => caller.Kind == CallerKind.Account,
                _ => true,
            };
        }
    }

    private static readonly Access Anybody = new(Door.Public);
    private static readonly Access OneSelf = new(Door.Own);
    private static readonly Access Everyone = Open(Enum.GetValues<Role>());

    /// <summary>Reading of single entries and their evidence: within the unit.</summary>
    private static readonly Access ReadsEntries = Open(Recorder, Reviewer, Head, Viewer) with { Noted = true };

    /// <summary>Reading of figures and reports: the county's office as well.</summary>
    private static readonly Access ReadsFigures = Open(Recorder, Reviewer, Head, Viewer, CountyReader) with { Noted = true };

    /// <summary>Reading of a county's figures: its office, and no other county's.</summary>
    private static readonly Access ReadsCounty = Open(CountyReader) with { Noted = true };

    private static readonly Access ReadsReports = ReadsFigures with { WithEntries = ReadsEntries.Roles };

    /// <summary>Method and route as the endpoints spell it.</summary>
    public static IReadOnlyDictionary<string, Access> Routes { get; } = new Dictionary<string, Access>
    {
        ["GET /health/live"] = Anybody,
        ["GET /health/ready"] = Anybody,
        ["GET /openapi/v1.json"] = Anybody,

        ["POST /api/session"] = Anybody,
        ["GET /api/session"] = new(Door.Known),
        ["DELETE /api/session"] = OneSelf,
        ["PUT /api/session/password"] = OneSelf,
        ["POST /api/session/totp"] = OneSelf,
        ["POST /api/session/totp/enable"] = OneSelf,
        ["POST /api/session/totp/disable"] = OneSelf,

        ["GET /api/accounts"] = Open(SystemAdmin, SecurityAdmin),
        ["POST /api/accounts"] = Open(SystemAdmin),
        ["POST /api/accounts/{user}/disable"] = Open(SystemAdmin),
        ["POST /api/accounts/{user}/enable"] = Open(SystemAdmin),
        ["POST /api/accounts/{user}/password"] = Open(SystemAdmin),
        ["POST /api/accounts/{user}/totp/disable"] = Open(SystemAdmin),
        ["POST /api/accounts/{user}/grant"] = Open(SecurityAdmin),
        ["POST /api/accounts/{user}/revoke"] = Open(SecurityAdmin),
        ["GET /api/tokens"] = Open(SecurityAdmin),
        ["POST /api/tokens"] = Open(SecurityAdmin),
        ["DELETE /api/tokens/{id}"] = Open(SecurityAdmin),
        ["GET /api/audit"] = Open(AuditAdmin),

        ["GET /api/kinds"] = Everyone,
        ["GET /api/units"] = Everyone,
        ["POST /api/units"] = Open(SystemAdmin),
        ["GET /api/units/{unit}"] = Everyone,
        ["POST /api/units/{unit}/county"] = Open(SystemAdmin),
        ["GET /api/counting-rules"] = Everyone,
        ["POST /api/counting-rules"] = Open(CountyReader),
        ["POST /api/counting-rules/{id}/approve"] = Open(CountyReader),
        ["POST /api/counting-rules/{id}/reject"] = Open(CountyReader),
        ["GET /api/counties"] = Everyone,
        ["POST /api/counties"] = Open(SystemAdmin),
        ["GET /api/counties/{county}/figures/{year}"] = ReadsCounty,
        ["GET /api/counties/{county}/figures/{year}.xlsx"] = ReadsCounty,
        ["GET /api/counties/{county}/coverage/{year}"] = ReadsCounty,
        ["GET /api/counties/{county}/coverage/{year}.csv"] = ReadsCounty,

        ["GET /api/units/{unit}/entries"] = ReadsEntries,
        ["GET /api/units/{unit}/entries.xlsx"] = ReadsEntries,
        ["GET /api/units/{unit}/entries.csv"] = ReadsEntries,
        ["GET /api/units/{unit}/entries/{id}"] = ReadsEntries,
        ["GET /api/units/{unit}/entries/{id}/evidence/{sha256}"] = ReadsEntries,
        ["POST /api/units/{unit}/entries/{kind}"] = Open(Recorder),
        ["POST /api/units/{unit}/entries/{kind}/check"] = Open(Recorder) with { Noted = true },
        ["POST /api/units/{unit}/entries/{id}/correct"] = Open(Recorder),
        ["POST /api/units/{unit}/entries/{id}/void"] = Open(Recorder),
        ["POST /api/units/{unit}/entries/{id}/merge"] = Open(Recorder, Reviewer),
        ["POST /api/units/{unit}/entries/{id}/part"] = Open(Recorder, Reviewer),
        ["POST /api/units/{unit}/joint/{id}/decline"] = Open(Recorder, Reviewer, Head),
        ["POST /api/units/{unit}/joint/{id}/accept"] = Open(Recorder, Reviewer, Head),
        ["POST /api/units/{unit}/entries/{id}/evidence"] = Open(Recorder),
        ["POST /api/units/{unit}/entries/{id}/confirm"] = Open(Reviewer),
        ["POST /api/units/{unit}/entries/{id}/return"] = Open(Reviewer),

        ["GET /api/matters"] = Everyone,
        ["GET /api/units/{unit}/matters"] = ReadsEntries,
        ["GET /api/units/{unit}/matters/{id}"] = ReadsEntries,
        ["GET /api/units/{unit}/matters/{id}/evidence/{sha256}"] = ReadsEntries,
        ["POST /api/units/{unit}/matters/{kind}"] = Open(Recorder, Reviewer),
        ["POST /api/units/{unit}/matters/{id}/{step}"] = Open(Recorder, Reviewer),
        ["POST /api/units/{unit}/matters/{id}/reverse"] = Open(Recorder, Reviewer),
        ["POST /api/units/{unit}/matters/{id}/evidence/{slot}"] = Open(Recorder, Reviewer),
        ["GET /api/rules"] = Everyone,
        ["GET /api/units/{unit}/deadlines"] = ReadsEntries,
        ["GET /api/units/{unit}/sheets/{year}-{month}.pdf"] = ReadsEntries,
        ["GET /api/units/{unit}/sheets/{year}-{month}.docx"] = ReadsEntries,
        ["GET /api/units/{unit}/calendar.ics"] = ReadsEntries with { ByFeed = true },
        ["GET /api/units/{unit}/feeds"] = Open(Recorder, Reviewer, Head),
        ["POST /api/units/{unit}/feeds"] = Open(Recorder, Reviewer, Head),
        ["DELETE /api/units/{unit}/feeds/{id}"] = Open(Recorder, Reviewer, Head),
        ["GET /api/units/{unit}/webhook"] = Open(Head),
        ["PUT /api/units/{unit}/webhook"] = Open(Head),
        ["DELETE /api/units/{unit}/webhook"] = Open(Head),
        ["GET /api/units/{unit}/log/checkpoint"] = ReadsFigures,
        ["GET /api/units/{unit}/log/consistency"] = ReadsFigures,
        ["GET /api/units/{unit}/log/entries/{id}/proof"] = ReadsEntries,
        ["GET /api/units/{unit}/log/entries/{id}/receipt"] = ReadsEntries,

        ["GET /api/units/{unit}/erasures"] = Open(Head, SecurityAdmin),
        ["POST /api/units/{unit}/erasures"] = Open(Head),
        ["POST /api/units/{unit}/erasures/{id}/carry-out"] = Open(SecurityAdmin),
        ["POST /api/units/{unit}/erasures/{id}/reject"] = Open(SecurityAdmin),

        ["GET /api/units/{unit}/figures/{year}"] = ReadsFigures,
        ["GET /api/units/{unit}/figures/{year}/{code}"] = ReadsFigures,
        ["GET /api/units/{unit}/figures/{year}/{code}/entries"] = ReadsEntries,
        ["GET /api/units/{unit}/figures/{year}.xlsx"] = ReadsFigures,
        ["GET /api/units/{unit}/figures/{year}.csv"] = ReadsFigures,
        ["GET /api/units/{unit}/figures/{year}/{code}/entries.xlsx"] = ReadsEntries,
        ["GET /api/units/{unit}/figures/{year}/{code}/entries.csv"] = ReadsEntries,

        ["GET /api/units/{unit}/import/{kind}.xlsx"] = Open(Recorder),
        ["POST /api/units/{unit}/import/{kind}"] = Open(Recorder),
        ["POST /api/units/{unit}/import/{kind}/{sha256}"] = Open(Recorder),

        ["GET /api/units/{unit}/years/{year}"] = ReadsFigures,
        ["GET /api/units/{unit}/hints/{year}"] = ReadsEntries,
        ["POST /api/units/{unit}/hints/{year}/dismiss"] = Open(Recorder, Reviewer, Head),
        ["GET /api/units/{unit}/inspections/{year}"] = ReadsEntries,
        ["GET /api/units/{unit}/inspections/{year}/{number}"] = ReadsEntries,
        ["GET /api/units/{unit}/inspections/{year}/{number}.pdf"] = ReadsEntries,
        ["POST /api/units/{unit}/inspections/{year}"] = Open(Reviewer, Head),
        ["POST /api/units/{unit}/inspections/{year}/{number}/results"] = Open(Reviewer, Head),
        ["POST /api/units/{unit}/years/{year}/nil"] = Open(Reviewer, Head),
        ["POST /api/units/{unit}/years/{year}/reopen"] = Open(Head),

        ["GET /"] = new(Door.Known),
        [$"GET {PageRoutes.SignIn}"] = Anybody,
        [$"GET {PageRoutes.Provider}"] = Anybody,
        [$"GET {PageRoutes.Account}"] = OneSelf,
        [$"POST {EndSessions.OneRoute}"] = OneSelf,
        [$"POST {EndSessions.OthersRoute}"] = OneSelf,
        [$"GET {PageRoutes.Rules}"] = Everyone,
        [$"GET {PageRoutes.County}/figures"] = ReadsCounty,
        [$"GET {PageRoutes.County}/coverage"] = ReadsCounty,
        [$"GET {PageRoutes.Accounts}"] = Open(SystemAdmin, SecurityAdmin),
        [$"GET {PageRoutes.Accounts}/{{user}}"] = Open(SystemAdmin, SecurityAdmin),
        [$"GET {PageRoutes.Tokens}"] = Open(SecurityAdmin),
        [$"GET {PageRoutes.Audit}"] = Open(AuditAdmin),
        [$"GET {PageRoutes.Erasures}"] = Open(SecurityAdmin) with { Noted = true },
        [$"GET {PageRoutes.Unit}/"] = ReadsEntries,
        [$"GET {PageRoutes.Unit}/log"] = Open(Recorder),
        [$"GET {PageRoutes.Unit}/log/{{kind}}"] = Open(Recorder),
        [$"GET {PageRoutes.Unit}/waiting"] = Open(Recorder),
        [$"GET {PageRoutes.Unit}/entries"] = ReadsEntries,
        [$"GET {PageRoutes.Unit}/entries/{{id:guid}}"] = ReadsEntries,
        [$"GET {PageRoutes.Unit}/entries/{{id:guid}}/correct"] = Open(Recorder) with { Noted = true },
        [$"GET {PageRoutes.Unit}/entries/{{id:guid}}/evidence/{{sha256}}"] = ReadsEntries,
        [$"GET {PageRoutes.Unit}/matters"] = ReadsEntries,
        [$"GET {PageRoutes.Unit}/matters/new/{{kind}}"] = Open(Recorder, Reviewer),
        [$"GET {PageRoutes.Unit}/matters/{{id:guid}}"] = ReadsEntries,
        [$"GET {PageRoutes.Unit}/matters/{{id:guid}}/{{step}}"] = Open(Recorder, Reviewer) with { Noted = true },
        [$"GET {PageRoutes.Unit}/matters/{{id:guid}}/{{step}}/{{taken:int}}"] = Open(Recorder, Reviewer) with { Noted = true },
        [$"GET {PageRoutes.Unit}/import"] = Open(Recorder),
        [$"POST {PageRoutes.Unit}/import"] = Open(Recorder),
        [$"GET {PageRoutes.Unit}/hints"] = ReadsEntries,
        [$"GET {PageRoutes.Unit}/inspections"] = ReadsEntries,
        [$"GET {PageRoutes.Unit}/inspections/{{number:int}}"] = ReadsEntries,
        [$"GET {PageRoutes.Unit}/deadlines"] = ReadsEntries,
        [$"GET {PageRoutes.Unit}/rules"] = ReadsFigures,
        [$"GET {PageRoutes.Unit}/figures"] = ReadsFigures,
        [$"GET {PageRoutes.Unit}/report"] = ReadsFigures,
        [$"GET {PageRoutes.Unit}/report/prose/{{key}}"] = ReadsFigures,
        [$"GET {PageRoutes.Unit}/verification"] = ReadsFigures,
        [$"GET {PageRoutes.Unit}/erasures"] = Open(Head, SecurityAdmin) with { Noted = true },
        [$"GET {PageRoutes.Unit}/erasures/{{id:guid}}"] = Open(Head, SecurityAdmin) with { Noted = true },

        ["GET /api/units/{unit}/reports/{year}"] = ReadsFigures,
        ["GET /api/units/{unit}/reports/{year}.pdf"] = ReadsReports,
        ["GET /api/units/{unit}/reports/{year}.docx"] = ReadsReports,
        ["GET /api/units/{unit}/reports/{year}.html"] = ReadsReports,
        ["GET /api/units/{unit}/reports/{year}/editions"] = ReadsFigures,
        ["GET /api/units/{unit}/reports/{year}/changes"] = ReadsEntries,
        ["GET /api/units/{unit}/reports/{year}/review"] = ReadsFigures,
        ["GET /api/units/{unit}/reports/{year}/gaps"] = ReadsEntries,
        ["GET /api/units/{unit}/reports/{year}/templates"] = ReadsFigures,
        ["GET /api/units/{unit}/reports/{year}/order"] = ReadsFigures,
        ["PUT /api/units/{unit}/reports/{year}/order"] = Open(Reviewer, Head),
        ["GET /api/units/{unit}/reports/{year}/prose/{key}"] = ReadsFigures,
        ["POST /api/units/{unit}/reports/{year}/prose/{key}/lock"] = Open(Reviewer, Head),
        ["POST /api/units/{unit}/reports/{year}/prose/{key}/unlock"] = Open(Reviewer, Head),
        ["GET /api/units/{unit}/inspection/{year}.zip"] = ReadsEntries,
        ["GET /api/units/{unit}/inspection/{year}.pdf"] = ReadsEntries,
        ["PUT /api/units/{unit}/reports/{year}/prose/{key}"] = Open(Recorder, Reviewer, Head),
        ["POST /api/units/{unit}/reports/{year}/editions"] = Open(Head),
        ["POST /api/units/{unit}/reports/{year}/editions/{number}/office-review"] = Open(Reviewer, Head),
        ["POST /api/units/{unit}/reports/{year}/editions/{number}/secrecy-review"] = Open(Reviewer, Head),
        ["POST /api/units/{unit}/reports/{year}/editions/{number}/sign"] = Open(Head),
        ["POST /api/units/{unit}/reports/{year}/editions/{number}/number"] = Open(Recorder, Reviewer, Head),
        ["POST /api/units/{unit}/reports/{year}/editions/{number}/submit"] = Open(Recorder, Reviewer, Head),
        ["POST /api/units/{unit}/reports/{year}/editions/{number}/publish"] = Open(Recorder, Reviewer, Head),
    };

    /// <summary>Null for a route that is open to nobody.</summary>
    public static Access? Find(string method, string? route) => Routes.GetValueOrDefault($"{method} {route}");

    private static Access Open(params Role[] roles) => new(Door.Roles, roles);
}
