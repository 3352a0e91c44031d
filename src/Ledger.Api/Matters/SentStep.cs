using System.Text.Json;
using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Domain;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Ledger.Domain.Years;
using Marten;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Api.Matters;

/// <summary>A step as it was sent, held against its fields, its guards and the frozen years.</summary>
internal static class SentStep
{
    /// <summary>The step with the reasons it needs, or why it is not taken.</summary>
    /// <param name="definition">The step it is sent as.</param>
    /// <param name="before">The matter as it stands before the step; null for one that is only opened by it.</param>
    /// <param name="sent">The step's fields, with <c>reasons</c> among them or in <paramref name="envelope"/>.</param>
    /// <param name="envelope">The whole body.</param>
    /// <param name="root">Path of the fields in the body.</param>
    /// <param name="unit">Of the unit.</param>
    /// <param name="http">The request.</param>
    /// <param name="session">Reads the unit's years.</param>
    /// <param name="today">Today in China.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<(ProblemDetails? Refusal, MatterStep? Step)> ReadAsync(
        StepDefinition definition, MatterState? before, JsonElement sent, JsonElement envelope, string root,
        string unit, HttpContext http, IDocumentSession session, DateOnly today, CancellationToken ct)
    {
        var (step, problems) = MatterReader.Read(definition, sent, today, root, root.Length == 0 ? ["version", "reasons"] : []);
        var (reasons, wrong) = MatterReader.Reasons(definition, envelope);
        if (step is null || wrong.Count > 0)
            return (http.Invalid([.. problems, .. wrong]), null);
        if (step is PlanItemPlanned { Figure: { } figure } && Catalogue.FindFigure(figure) is null)
            return (http.Invalid([new($"{root}figure", $"没有代码为“{figure}”的指标", $"There is no figure with the code '{figure}'")]), null);
        var state = before ?? MatterCatalogue.Find(definition.Matter)!.StateOf([]);
        if (await IsLateAsync(step.State(state with { Steps = [.. state.Steps, step] }), unit, session, ct) is { } year)
            return (http.Invalid([LogEntry.Late(year, root)]), null);
        var raised = Matter.Warns(state, step).ToList();
        var unanswered = raised.Where(g => !reasons.ContainsKey(g.Code)).ToList();
        if (unanswered.Count > 0)
            return (http.WantsReasons(unanswered), null);
        return (null, raised.Count == 0 ? step : step with { Reasons = reasons.RemoveRange(reasons.Keys.Except(raised.Select(g => g.Code))) });
    }

    /// <summary>The frozen year the step would count in without saying why it comes so late; null when there is none.</summary>
    private static async Task<int?> IsLateAsync(MatterStep step, string unit, IDocumentSession session, CancellationToken ct)
    {
        if (step.LateReason is not null || !step.Lines().Any())
            return null;
        var year = ((Ledger.Domain.Figures.ICounted)step).Year;
        return await session.LoadAsync<Year>(Year.StreamOf(unit, year), ct) is { Frozen: true } ? year : null;
    }

    /// <summary>The version a change was decided on.</summary>
    public static (long Version, Problem? Problem) VersionOf(JsonElement sent) =>
        sent.ValueKind == JsonValueKind.Object && sent.TryGetProperty("version", out var v) && v.ValueKind == JsonValueKind.Number && v.TryGetInt64(out var version) && version >= 1
            ? (version, null)
            : (0, new("version", "请给出所依据的版本号", "The version it was made from is required"));
}
