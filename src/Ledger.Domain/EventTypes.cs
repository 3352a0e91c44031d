using Ledger.Domain.Entries;
using Ledger.Domain.Erasures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Ledger.Domain.Reports;
using Ledger.Domain.Rules;
using Ledger.Domain.SelfInspections;
using Ledger.Domain.Units;
using Ledger.Domain.Years;

namespace Ledger.Domain;

/// <summary>Every event there is, known up front, so that a move of namespace changes nothing that is stored.</summary>
public static class EventTypes
{
    /// <summary>What a matter's stream may hold.</summary>
    public static IReadOnlyList<Type> OfMatters { get; } =
        [.. MatterCatalogue.Steps.Select(s => s.EventType), typeof(MatterStepReversed), typeof(MatterEvidenceAttached)];

    public static IReadOnlyList<Type> All { get; } =
    [
        .. Catalogue.Kinds.Select(k => k.EventType),
        typeof(EntryReversed), typeof(EvidenceAttached), typeof(EntryConfirmed), typeof(EntryReturned),
        typeof(EntryMerged), typeof(EntryParted), typeof(JointDeclined), typeof(JointAccepted),
        typeof(UnitRegistered), typeof(UnitPlaced), typeof(CountyRegistered),
        typeof(NilReturnConfirmed), typeof(NilReturnWithdrawn), typeof(YearFrozen), typeof(YearReopened), typeof(HintDismissed),
        typeof(RuleProposed), typeof(RuleApproved), typeof(RuleRejected),
        typeof(SampleDrawn), typeof(SampleChecked),
        .. OfMatters,
        typeof(ProseWritten), typeof(ProseReset), typeof(EditionFrozen),
        typeof(ProseLocked), typeof(ProseUnlocked), typeof(SectionOrderChosen),
        typeof(EditionOfficeReviewed), typeof(EditionSecrecyReviewed), typeof(EditionSigned),
        typeof(EditionNumbered), typeof(EditionSubmitted), typeof(EditionPublished),
        typeof(PersonalDataErased),
    ];
}
