using Ledger.Domain.Kinds;

namespace Ledger.Domain.Reports;

// What happens to an edition after it was frozen, on the report's stream. None of it changes what the edition says.

/// <summary>A step in an edition's life.</summary>
public interface IEditionStep
{
    int Edition { get; }

    /// <summary>Why the step was taken although something spoke against it; null where nothing did.</summary>
    string? Reason { get; }
}

/// <summary>核稿: the office checked facts, numbers, names and citations (公文条例 20).</summary>
public sealed record EditionOfficeReviewed(
    int Year,
    int Edition,
    [property: Holds(Personal.Name)] string By,
    [property: Holds(Personal.Text)] string? Note,
    [property: Holds(Personal.Text)] string? Reason) : IEditionStep;

/// <summary>What the secrecy review found.</summary>
public enum SecrecyOutcome
{
    [Label("可以公开", "May be published")] MayPublish,
    [Label("不予公开", "Not to be published")] Withheld,
}

/// <summary>保密审查: before anything is published (信息公开条例 17).</summary>
public sealed record EditionSecrecyReviewed(
    int Year,
    int Edition,
    [property: Holds(Personal.Name)] string By,
    SecrecyOutcome Outcome,
    [property: Holds(Personal.Text)] string? Note,
    [property: Holds(Personal.Text)] string? Reason) : IEditionStep;

/// <summary>签发: the head signs, with opinion and full name (公文条例 22).</summary>
public sealed record EditionSigned(
    int Year,
    int Edition,
    [property: Holds(Personal.Name)] string By,
    [property: Holds(Personal.Text)] string? Note,
    [property: Holds(Personal.Text)] string? Reason) : IEditionStep;

/// <summary>编号: the document number was registered (公文条例 25).</summary>
public sealed record EditionNumbered(
    int Year,
    int Edition,
    [property: Holds(Personal.Nothing)] string DocumentNumber,
    [property: Holds(Personal.Text)] string? Reason) : IEditionStep;

/// <summary>报送: sent to its addressees, with copies to others; the receipt is what they gave back.</summary>
public sealed record EditionSubmitted(
    int Year,
    int Edition,
    DateOnly On,
    [property: Holds(Personal.Nothing)] IReadOnlyList<string> To,
    [property: Holds(Personal.Nothing)] IReadOnlyList<string>? Cc,
    [property: Holds(Personal.Text)] string? Receipt,
    [property: Holds(Personal.Text)] string? Reason) : IEditionStep;

/// <summary>公开: stands at this address for everybody.</summary>
public sealed record EditionPublished(
    int Year,
    int Edition,
    DateOnly On,
    [property: Holds(Personal.Nothing)] string Url,
    [property: Holds(Personal.Text)] string? Reason) : IEditionStep;
