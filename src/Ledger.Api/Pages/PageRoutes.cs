using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ledger.Api.Access;
using Microsoft.Extensions.FileProviders;

namespace Ledger.Api.Pages;

/// <summary>The pages and where they are.</summary>
public static class PageRoutes
{
    /// <summary>A unit's code; nothing else begins a page's address.</summary>
    public const string Unit = "/{unit:regex(^[a-z][a-z0-9-]{{1,39}}$)}";

    // No unit's code has an underscore.
    public const string SignIn = "/sign_in";
    public const string Account = "/my_account";
    public const string Provider = SignIn + "/provider";
    public const string Rules = "/counting_rules";
    public const string County = "/in_county/{county:regex(^[a-z][a-z0-9-]{{1,39}}$)}";
    public const string Accounts = "/all_accounts";
    public const string Tokens = "/api_tokens";
    public const string Audit = "/audit_log";
    public const string Erasures = "/asked_erasures";

    private static readonly string[] Entrances = ["", "figures"];

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Chinese as it is, and not as numbers thrice as long.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<YearGlances>();
        // Before the framework's own: the first writer that can answer does.
        services.AddSingleton<IProblemDetailsWriter, ProblemPages>();
        return services;
    }

    /// <summary>What pages need around them; before anything that answers.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.Use(PageHeaders.SetAsync);
        app.Use(Look.TakeChoiceAsync);
        // Beside the program and not where it was started from, so that both are free.
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/assets",
            FileProvider = new PhysicalFileProvider(AssetFiles.Folder),
            OnPrepareResponse = PageHeaders.OfAsset,
        });
    }

    /// <summary>The first page of a unit that is open to them; null if none is.</summary>
    public static string? EntranceOf(Caller caller, string unit)
    {
        ArgumentNullException.ThrowIfNull(caller);
        // At an address without a unit a guest's roles name none: they hold them in every sample.
        var within = caller.Kind == CallerKind.Guest ? null : unit;
        return Entrances.Where(page => AccessTable.Routes[$"GET {Unit}/{page}"].Opens(caller, within)).Select(page => PageBase.At(unit, page)).FirstOrDefault();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapGet("/", StartPage.Get).ExcludeFromDescription();
        app.MapGet(SignIn, SignInPage.Get).ExcludeFromDescription();
        app.MapGet(Provider, ProviderDoor.Get).ExcludeFromDescription();
        app.MapGet(Account, AccountPage.Get).ExcludeFromDescription();
        app.MapPost(EndSessions.OneRoute, EndSessions.One).ExcludeFromDescription();
        app.MapPost(EndSessions.OthersRoute, EndSessions.Others).ExcludeFromDescription();
        app.MapGet(Rules, CountingRulesPage.Get).ExcludeFromDescription();
        var county = app.MapGroup(County).ExcludeFromDescription();
        county.MapGet("figures", CountyPage.Get);
        county.MapGet("coverage", CoveragePage.Get);
        app.MapGet(Accounts, AccountsPage.Get).ExcludeFromDescription();
        app.MapGet(Accounts + "/{user}", SomeAccountPage.Get).ExcludeFromDescription();
        app.MapGet(Tokens, TokensPage.Get).ExcludeFromDescription();
        app.MapGet(Audit, AuditLogPage.Get).ExcludeFromDescription();
        app.MapGet(Erasures, AskedErasuresPage.Get).ExcludeFromDescription();
        var unit = app.MapGroup(Unit).ExcludeFromDescription();
        unit.MapGet("", HomePage.Get);
        unit.MapGet("log", SentencePage.Get);
        unit.MapGet("log/{kind}", LogPage.Get);
        unit.MapGet("waiting", WaitingPage.Get);
        unit.MapGet("entries", EntriesPage.Get);
        unit.MapGet("entries/{id:guid}", EntryPage.Get);
        unit.MapGet("entries/{id:guid}/correct", CorrectPage.Get);
        unit.MapGet("entries/{id:guid}/evidence/{sha256}", EvidencePreview.Get);
        unit.MapGet("matters", MattersPage.Get);
        unit.MapGet("matters/new/{kind}", OpenMatterPage.Get);
        unit.MapGet("matters/{id:guid}", MatterPage.Get);
        unit.MapGet("matters/{id:guid}/{step}", MatterStepPage.Get);
        unit.MapGet("matters/{id:guid}/{step}/{taken:int}", MatterStepPage.Get);
        unit.MapGet("import", ImportPage.Get);
        unit.MapPost("import", ImportPage.Post);
        unit.MapGet("deadlines", DeadlinesPage.Get);
        unit.MapGet("rules", RulesPage.Get);
        unit.MapGet("figures", FiguresPage.Get);
        unit.MapGet("hints", HintsPage.Get);
        unit.MapGet("inspections", InspectionsPage.Get);
        unit.MapGet("inspections/{number:int}", InspectionPage.Get);
        unit.MapGet("report", ReportPage.Get);
        unit.MapGet("report/prose/{key}", ProsePage.Get);
        unit.MapGet("verification", VerificationPage.Get);
        unit.MapGet("erasures", ErasuresPage.Get);
        unit.MapGet("erasures/{id:guid}", ErasurePage.Get);
    }
}
