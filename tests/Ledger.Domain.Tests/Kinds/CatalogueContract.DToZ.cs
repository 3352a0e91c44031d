namespace Ledger.Domain.Tests.Kinds;

internal static partial class CatalogueContract
{
    private const string Decisions = """
        D legality-review LegalityReviewed
        subject* code: major-decision, normative-document, contract, investment-agreement, policy, meeting-topic, disclosure-reply, enforcement, other
        sentOn date ≤ occurredOn
        result* code: lawful, lawful-after-change, unlawful, returned
        reviewer code: own, justice-bureau, adviser
        opinions int
        adopted int ≤ opinions
        amount decimal
        = legality-reviews 件: entries by subject
        = contract-reviews 份: entries when subject is contract or investment-agreement
        = legality-opinions 条: sum opinions
        = legality-opinions-adopted 条: sum adopted
        = legality-adoption-rate %: rate adopted/opinions

        D fair-competition-review FairCompetitionReviewed
        conclusion* code: no-effect, exception, revised, not-issued
        = fair-competition-reviews 件: entries by conclusion

        D collective-decision CollectiveDecisionMade
        items* int
        = collective-decisions 次: entries
        = collective-decision-items 项: sum items

        E legal-service LegalServiceProvided
        service* code: major-decision-opinion, contract-review, normative-document, consultation, legal-opinion, attend-meeting, negotiation, litigation-petition, training, other
        adviser* text
        hours decimal
        adopted bool
        outsideReason text
        = legal-service 次: entries by service

        E public-lawyer-service PublicLawyerActed
        matter* text
        = public-lawyer-services 次: entries
        """;

    private const string Supervision = """
        F internal-supervision InternalSupervisionDone
        problemsFound int
        problemsFixed int ≤ problemsFound
        = internal-supervisions 次: entries
        = internal-problems-found 个: sum problemsFound
        = internal-problems-fixed 个: sum problemsFixed

        F information-disclosed InformationDisclosed
        category text
        items* int
        url text
        = information-disclosed 条: sum items

        F disclosure-request DisclosureRequestAnswered
        receivedOn* date ≤ occurredOn
        onTime bool
        = disclosure-requests 件: entries

        F proposal-answered ProposalAnswered
        source* code: peoples-congress, cppcc, court, procuratorate, audit, inspection
        onTime bool
        satisfied bool
        = proposals-answered 件: entries by source

        F petition-handled PetitionsHandled
        received* int
        closed* int ≤ received
        satisfied int ≤ closed
        = petitions 件: sum received
        = petitions-closed 件: sum closed
        = petition-satisfaction-rate %: rate satisfied/closed
        """;

    private const string Disputes = """
        G reconsideration-case ReconsiderationClosed
        result* code: upheld, corrected, withdrawn, other
        = reconsiderations 件: entries by result

        G litigation-case LitigationClosed
        result* code: won, lost, withdrawn, settled, other
        headAppeared bool
        = litigations 件: entries by result
        = head-appearance-rate %: share headAppeared

        G mediation DisputeMediated
        cases* int
        succeeded int ≤ cases
        = mediations 件: sum cases
        = mediation-success-rate %: rate succeeded/cases

        H inspection InspectionDone
        type* code: random, special, joint
        households* int
        officers int
        = inspections 次: entries by type
        = inspected-households 户次: sum households

        H penalty PenaltiesImposed
        cases* int
        amount decimal
        = penalties 件: sum cases
        = penalty-amount 元: sum amount

        H licence LicencesGranted
        cases* int
        = licences 件: sum cases
        """;

    private const string RulesAndPeople = """
        I internal-rule InternalRuleAdopted
        name* text
        = internal-rules 项: entries

        I qualification QualificationObtained
        type* code: enforcement, public-lawyer, legal-profession, other
        persons* int
        = qualifications 人: sum persons by type

        I honour HonourReceived
        level* code: national, province, city, county
        = honours 项: entries by level

        Z other-work OtherWorkDone
        category* text
        counters list of name* text; unit* text; value* count
        = other-work 次: entries by category
        """;
}
