using System.Security.Cryptography;
using System.Text.Json;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Microsoft.Net.Http.Headers;
using Wolverine.Http;

namespace Ledger.Api.Kinds;

/// <summary>A kind as forms and clients need it: names, fields with their limits, figures with their counting rules.</summary>
public sealed record KindView(
    string Code, string Name, string EnglishName, string Group, string GroupName, string Event, IReadOnlyList<FieldView> Fields, IReadOnlyList<KindFigure> Figures)
{
    public static KindView Of(KindDefinition kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return new(
            kind.Code, kind.Name, kind.EnglishName, kind.Group.ToString(), Codes.LabelOf(kind.Group), kind.EventType.Name,
            [.. kind.Fields.Select(FieldView.Of)], [.. kind.Figures.Select(KindFigure.Of)]);
    }
}

/// <summary>A figure that a kind feeds, with its counting rule in words.</summary>
public sealed record KindFigure(string Code, string Name, string EnglishName, string Unit, string Rule, string? By)
{
    public static KindFigure Of(FigureDefinition figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new(figure.Code, figure.Name, figure.EnglishName, figure.Unit, RuleText.Of(figure).Text, figure.Rule.By);
    }
}

/// <summary>The catalogue; of one unit, without the kinds that are off there.</summary>
public static class ListKinds
{
    private static readonly Written All = Written.Of(Catalogue.Kinds);
    private static readonly Written WithoutEnforcement = Written.Of(Catalogue.Kinds.Where(k => k.Group != KindGroup.H));

    [WolverineGet("/api/kinds")]
    public static async Task<IResult> Get(string? unit, HttpContext http, KnownUnits units, CancellationToken ct)
    {
        var written = All;
        if (!string.IsNullOrEmpty(unit))
        {
            if (await units.FindAsync(unit, ct) is not { } known)
                return Results.Problem(http.UnknownUnit(unit));
            written = known.Enforcement ? All : WithoutEnforcement;
        }

        http.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(written.Json, "application/json; charset=utf-8", entityTag: written.Tag);
    }

    /// <summary>Written once: the catalogue does not change while the service runs.</summary>
    private sealed record Written(byte[] Json, EntityTagHeaderValue Tag)
    {
        public static Written Of(IEnumerable<KindDefinition> kinds)
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(kinds.Select(KindView.Of), LedgerJson.Options);
            return new(json, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(json))[..32]}\""));
        }
    }
}
