using Ledger.Api.Setup;
using Ledger.Api.Tables;
using Ledger.Api.Units;
using Ledger.Domain.Kinds;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Importing;

/// <summary>The empty table of a kind, to be filled in and imported.</summary>
public static class GetImportTemplate
{
    [WolverineGet("/api/units/{unit}/import/{kind}.xlsx")]
    public static async Task<IResult> Get(string unit, string kind, HttpContext http, KnownUnits units, CancellationToken ct)
    {
        var (definition, refusal) = await KindAsync(unit, kind, http, units, ct);
        return definition is null
            ? Results.Problem(refusal!)
            : await TableFile.XlsxAsync($"{definition.Name}导入模板", ImportTemplate.Of(definition), ct);
    }

    /// <summary>The kind, if the unit keeps a ledger of it.</summary>
    internal static async Task<(KindDefinition? Kind, ProblemDetails? Refusal)> KindAsync(string unit, string kind, HttpContext http, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return (null, http.UnknownUnit(unit));
        if (Catalogue.FindKind(kind) is not { } definition)
            return (null, http.Refuse(404, "unknown-kind", $"没有代码为“{kind}”的类别", $"There is no kind with the code '{kind}'"));
        return definition.Group == KindGroup.H && !known.Enforcement
            ? (null, http.Refuse(422, "enforcement-off", $"{known.ShortName}没有行政执法职责，不登记“{definition.Name}”", $"The unit does not enforce law; '{definition.EnglishName}' is off"))
            : (definition, null);
    }
}
