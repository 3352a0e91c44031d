using Ledger.Api.Access;
using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Units;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Counties;

/// <summary>A new county joins the ledger; units are registered in it, or placed in it afterwards.</summary>
public sealed record RegisterCounty(string? Code, string? Name, bool Sample = false);

/// <summary>A county as the API shows it.</summary>
public sealed record CountyView(string Code, string Name, bool Sample)
{
    public static CountyView Of(County county)
    {
        ArgumentNullException.ThrowIfNull(county);
        return new(county.Id, county.Name, county.Sample);
    }
}

public sealed record CountyReceipt(string Code, string Name) : CreationResponse($"/api/counties/{Code}/figures");

public static class RegisterCountyEndpoint
{
    public static async Task<ProblemDetails> ValidateAsync(RegisterCounty command, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct)
    {
        var problems = Check(command).ToList();
        if (problems.Count > 0)
            return http.Invalid(problems);
        await session.HoldAsync($"unit/{command.Code}", ct);
        return await units.FindAsync(command.Code!, ct) is null && await units.FindCountyAsync(command.Code!, ct) is null
            ? WolverineContinue.NoProblems
            : http.Refuse(409, "unit-exists", $"代码“{command.Code}”已被使用", $"The code '{command.Code}' is taken");
    }

    [WolverinePost("/api/counties")]
    public static CountyReceipt Post(RegisterCounty command, IDocumentSession session)
    {
        Register(session, command);
        return new CountyReceipt(command.Code!, command.Name!);
    }

    public static void Register(IDocumentSession session, RegisterCounty command)
    {
        var registered = new CountyRegistered(command.Code!, command.Name!, command.Sample);
        session.ForTenant(registered.Code).Events.StartStream<County>(DeterministicId.Of($"county/{registered.Code}"), registered);
        session.Insert(new County { Id = registered.Code, Name = registered.Name, Sample = registered.Sample });
    }

    public static IEnumerable<Problem> Check(RegisterCounty? command)
    {
        if (!RegisterUnitEndpoint.IsCode(command?.Code))
            yield return new("code", "代码为 2 至 40 个小写字母、数字或连字符，以字母开头", "A code has 2 to 40 lower-case letters, digits or hyphens and begins with a letter");
        if (!PlainText.Is(command?.Name, 2, 60))
            yield return new("name", "名称应有 2 至 60 字", "A name has 2 to 60 characters");
    }
}

/// <summary>The counties one may see.</summary>
public static class ListCounties
{
    [WolverineGet("/api/counties")]
    public static async Task<IReadOnlyList<CountyView>> Get(HttpContext http, IQuerySession session, CancellationToken ct)
    {
        var caller = Caller.Of(http);
        return [.. (await session.Query<County>().OrderBy(c => c.Id).ToListAsync(ct)).Where(caller.Sees).Select(CountyView.Of)];
    }
}
