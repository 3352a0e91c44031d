namespace Ledger.Domain.Tests.Kinds;

/// <summary>
/// The catalogue as it was agreed, written by hand: a line for the kind (group, code, event), one per own field (* is
/// required), one per figure (code, unit, counting rule). Whoever changes it changes URLs, stored events and imports.
/// </summary>
internal static partial class CatalogueContract
{
    /// <summary>Blocks by the kind's code.</summary>
    public static IReadOnlyDictionary<string, string> Kinds { get; } =
        string.Join("\n\n", Leadership, Study, Publicity, Decisions, Supervision, Disputes, RulesAndPeople)
            .Split("\n\n")
            .ToDictionary(block => block.Split(' ')[1]);

    public const string CommonFields = """
        occurredOn* date
        endedOn date
        title text
        summary text
        department text
        role code: host, co-host, participant
        place text
        participants list of group* code: leaders, managers, staff, party-members, public, enterprise, students, other; headcount* int
        laws list of text
        campaign text
        planItem text
        shortcoming text
        openness code: public, internal
        jointUnits list of unit* text; role* code: co-host, participant
        documentNo text
        lateReason text
        """;
}
