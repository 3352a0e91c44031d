using Ledger.Api.Setup;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;

namespace Ledger.Api.Access;

/// <summary>Accounts, sessions, tokens and the gate before everything.</summary>
public static class AccessSetup
{
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration settings)
    {
        var provider = Provider.Of(settings);
        services.AddSingleton(provider);
        services.AddSingleton(SecondFactor.Of(settings));
        services.AddDataProtection().SetApplicationName("Ledger");
        services.AddOptions<KeyManagementOptions>().Configure<DataFolder, ILoggerFactory>((o, folder, logs) =>
            o.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder.Keys), logs));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(SessionCookie.Configure)
            .AddProvider(provider);
        services.AddIdentityCore<Account>(o =>
            {
                o.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789._-";
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider)
            .AddUserStore<AccountStore>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<Guests>();
        services.AddSingleton<Gate>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton<AuditLog>();
        services.AddHostedService(s => s.GetRequiredService<AuditLog>());
        return services;
    }

    public static void UseGate(this WebApplication app)
    {
        var gate = app.Services.GetRequiredService<Gate>();
        app.UseAuthentication();
        app.Use(gate.PassAsync);
    }
}
