using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Reports;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>An edition in short, and what became of it.</summary>
public sealed record EditionView(int Year, int Number, long Sequence, string FiguresSha256, string ModelSha256, DateOnly IssuedOn, DateTimeOffset FrozenAt, int Findings)
{
    /// <summary>How far it has come.</summary>
    public required EditionStage Stage { get; init; }

    /// <summary>The signed edition it supplements or corrects.</summary>
    public int? Supplements { get; init; }

    /// <summary>Why it does.</summary>
    public string? Reason { get; init; }

    /// <summary>签发人: who signed it; null until then.</summary>
    public string? Signer { get; init; }

    /// <summary>发文字号; null until it has one.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Its steps, with who and when.</summary>
    public required IReadOnlyList<EditionStepView> Steps { get; init; }

    public static EditionView Of(Edition edition, EditionLife life)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(life);
        var printed = life.Printed(edition.Model);
        return new(edition.Year, edition.Number, edition.Model.Sequence, edition.FiguresSha256, edition.ModelSha256, edition.Model.IssuedOn, edition.FrozenAt, edition.Model.Findings.Count)
        {
            Stage = life.Stage,
            Supplements = life.Supplements,
            Reason = life.Reason,
            Signer = printed.Signer,
            DocumentNumber = printed.DocumentNumber,
            Steps = [.. life.Marks.Select(EditionStepView.Of)],
        };
    }
}

/// <param name="Stage">What it came to.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Account">By which account.</param>
/// <param name="By">The name given.</param>
/// <param name="On">The day given.</param>
/// <param name="Outcome">Of the secrecy review.</param>
/// <param name="DocumentNumber">The number registered.</param>
/// <param name="To">主送.</param>
/// <param name="Cc">抄送.</param>
/// <param name="Receipt">What the addressees gave back.</param>
/// <param name="Url">Where it was published.</param>
/// <param name="Note">What was said.</param>
/// <param name="Reason">Why it was taken although something spoke against it.</param>
public sealed record EditionStepView(
    EditionStage Stage, DateTimeOffset At, string? Account, string? By, DateOnly? On, SecrecyOutcome? Outcome, string? DocumentNumber,
    IReadOnlyList<string>? To, IReadOnlyList<string>? Cc, string? Receipt, string? Url, string? Note, string? Reason)
{
    public static EditionStepView Of(EditionMark mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        var view = new EditionStepView(mark.Stage, ChinaCalendar.InChina(mark.At), mark.Account, null, null, null, null, null, null, null, null, null, mark.Step.Reason);
        return mark.Step switch
        {
            EditionOfficeReviewed s => view with { By = s.By, Note = s.Note },
            EditionSecrecyReviewed s => view with { By = s.By, Outcome = s.Outcome, Note = s.Note },
            EditionSigned s => view with { By = s.By, Note = s.Note },
            EditionNumbered s => view with { DocumentNumber = s.DocumentNumber },
            EditionSubmitted s => view with { On = s.On, To = s.To, Cc = s.Cc, Receipt = s.Receipt },
            EditionPublished s => view with { On = s.On, Url = s.Url },
            _ => view,
        };
    }
}

/// <summary>The editions frozen so far, newest first.</summary>
public static class ListEditions
{
    [WolverineGet("/api/units/{unit}/reports/{year}/editions")]
    public static async Task<IResult> Get(string unit, int year, HttpContext http, IQuerySession session, KnownUnits units, CancellationToken ct) =>
        await units.FindAsync(unit, ct) is null ? Results.Problem(http.UnknownUnit(unit)) : Results.Ok(await ReadAsync(session, unit, year, ct));

    public static async Task<IReadOnlyList<EditionView>> ReadAsync(IQuerySession session, string unit, int year, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        var editions = await session.Query<Edition>().Where(e => e.Year == year).OrderByDescending(e => e.Number).ToListAsync(ct);
        var report = await session.Events.AggregateStreamAsync<Report>(Report.StreamOf(unit, year), token: ct) ?? new Report();
        return [.. editions.Select(e => EditionView.Of(e, report.LifeOf(e.Number)))];
    }
}
