using System.Text.RegularExpressions;
using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Domain;
using Ledger.Domain.Units;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Units;

/// <summary>A new unit joins the ledger.</summary>
public sealed record RegisterUnit(
    string? Code,
    string? Name,
    string? ShortName,
    IReadOnlyList<string>? Addressees,
    bool Enforcement = false,
    bool Sample = false,
    string? County = null,
    UnitKind? Kind = null,
    int? Staff = null);

public sealed record UnitReceipt(string Code, string Name) : CreationResponse($"/api/units/{Code}");

public static partial class RegisterUnitEndpoint
{
    public static async Task<ProblemDetails> ValidateAsync(RegisterUnit command, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct)
    {
        var problems = Check(command).ToList();
        if (problems.Count > 0)
            return http.Invalid(problems);
        await session.HoldAsync($"unit/{command.Code}", ct);
        if (command.County is { } county && await units.FindCountyAsync(county, ct) is null)
            return http.Invalid([UnknownCounty(county)]);
        return await units.FindAsync(command.Code!, ct) is null && await units.FindCountyAsync(command.Code!, ct) is null
            ? WolverineContinue.NoProblems
            : http.Refuse(409, "unit-exists", $"代码“{command.Code}”已有单位使用", $"The code '{command.Code}' is taken");
    }

    [WolverinePost("/api/units")]
    public static UnitReceipt Post(RegisterUnit command, IDocumentSession session)
    {
        Register(session, command);
        return new UnitReceipt(command.Code!, command.Name!);
    }

    /// <summary>The unit's own stream begins, under the unit as its tenant.</summary>
    public static void Register(IDocumentSession session, RegisterUnit command)
    {
        var registered = new UnitRegistered(
            command.Code!, command.Name!, command.ShortName ?? command.Name!, command.Addressees ?? [], command.Enforcement, command.Sample,
            command.County, command.Kind, command.Staff);
        session.ForTenant(registered.Code).Events.StartStream<Unit>(DeterministicId.Of($"unit/{registered.Code}"), registered);
        session.Insert(new Unit
        {
            Id = registered.Code,
            Name = registered.Name,
            ShortName = registered.ShortName,
            Addressees = registered.Addressees,
            Enforcement = registered.Enforcement,
            Sample = registered.Sample,
            County = registered.County,
            Kind = registered.Kind,
            Staff = registered.Staff,
        });
    }

    public static IEnumerable<Problem> Check(RegisterUnit command)
    {
        if (command is null)
        {
            yield return new("", "应为 JSON 对象", "Must be a JSON object");
            yield break;
        }

        if (!IsCode(command.Code))
            yield return new("code", "单位代码为 2 至 40 个小写字母、数字或连字符，以字母开头", "A code has 2 to 40 lower-case letters, digits or hyphens and begins with a letter");
        if (!PlainText.Is(command.Name, 2, 60))
            yield return new("name", "单位名称应有 2 至 60 字", "A name has 2 to 60 characters");
        if (command.ShortName is not null && !PlainText.Is(command.ShortName, 2, 30))
            yield return new("shortName", "单位简称应有 2 至 30 字", "A short name has 2 to 30 characters");
        if (command.Staff is < 1 or > 100_000)
            yield return new("staff", "人数应在 1 到 100000 之间", "Between 1 and 100000 people");
        if (command.Addressees is { Count: > 10 } || command.Addressees?.Any(a => !PlainText.Is(a, 2, 60)) == true)
            yield return new("addressees", "主送机关最多 10 个，每个 2 至 60 字", "At most 10 addressees of 2 to 60 characters");
    }

    internal static Problem UnknownCounty(string code) => new("county", $"没有代码为“{code}”的县（市、区）", $"There is no county with the code '{code}'");

    internal static bool IsCode(string? code) => code is not null && CodePattern().IsMatch(code);

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$")]
    private static partial Regex CodePattern();
}
