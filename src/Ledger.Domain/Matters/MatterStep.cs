using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

/// <summary>Something happened in a matter: one event of its stream. One sealed record a step, in the file of its matter.</summary>
public abstract record MatterStep : ICounted
{
    [Field("日期", "Date")]
    [JsonPropertyOrder(-2)]
    public required DateOnly OccurredOn { get; init; }

    [Field("说明", "Note", MaxLength = 2000), Holds(Personal.Text)]
    public string? Note { get; init; }

    [Field("文号", "Document number", MaxLength = 60), Holds(Personal.Nothing)]
    public string? DocumentNo { get; init; }

    /// <summary>Why a step that counts in a frozen year is entered after all (补录); refused without it.</summary>
    [Field("补录原因", "Reason for the late entry", MinLength = 2, MaxLength = 200), Holds(Personal.Text)]
    public string? LateReason { get; init; }

    /// <summary>Guards that warned, by code, and why the step was taken all the same; null when none did.</summary>
    [Holds(Personal.Text)]
    public ImmutableSortedDictionary<string, string>? Reasons { get; init; }

    /// <summary>The year it counts in where that is not the year of its day: a plan counts in the year it is for.</summary>
    public virtual int? CountsIn => null;

    /// <summary>The step with what the ledger states in it, read from the matter as it stands, this step included.</summary>
    public virtual MatterStep State(MatterState matter) => this;

    public virtual IEnumerable<Line> Lines() => [];

    int ICounted.Year => CountsIn ?? OccurredOn.Year;

    bool ICounted.Participation => false;
}

/// <summary>The first step of a matter, which names it.</summary>
public abstract record MatterOpening : MatterStep
{
    [Field("名称", "Title", MinLength = 2, MaxLength = 60), Holds(Personal.Text)]
    [JsonPropertyOrder(-2)]
    public required string Title { get; init; }

    [Field("责任股室", "Department", MaxLength = 60), Holds(Personal.Text)]
    public string? Department { get; init; }
}
