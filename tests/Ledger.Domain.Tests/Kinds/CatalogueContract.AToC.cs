namespace Ledger.Domain.Tests.Kinds;

internal static partial class CatalogueContract
{
    private const string Leadership = """
        A rule-of-law-meeting RuleOfLawMeetingHeld
        level* code: leading-group, party-group, office, work-meeting
        agendaItems int
        decisions int
        = meetings 次: entries by level

        A leading-group-change LeadingGroupAdjusted
        head* text
        members int
        = leading-group-changes 次: entries

        A upward-report UpwardReportSubmitted
        to* code: party-committee, government, rule-of-law-office, superior-department
        subject* text
        = upward-reports 次: entries by to

        A annual-plan AnnualPlanIssued
        planYear* int
        items int
        = annual-plans 件: entries
        = annual-plan-items 项: sum items

        A first-person-duty FirstResponsiblePersonActed
        act* code: deploy, inquire, coordinate, supervise, hear, instruct, lead-study
        dutyItem int
        = first-person-duties 件次: entries by act

        A duty-statement DutyStatementMade
        form* code: written, meeting, on-site
        persons* int
        = duty-statements 人: sum persons

        A democratic-life-meeting DemocraticLifeMeetingHeld
        problemsFound int
        problemsFixed int ≤ problemsFound
        = democratic-life-meetings 次: entries
        """;

    private const string Study = """
        B law-study LawStudyHeld
        form* code: first-agenda, theory-group, pre-meeting, party-lecture, party-day, lecture, training, court-observation, warning-education, group, online
        lecturer text
        hours decimal
        expected int
        attended int ≤ expected
        = law-studies 次: entries by form
        = law-study-attendance 人次: sum attended
        = law-study-attendance-rate %: rate attended/expected

        B must-know-list MustKnowListIssued
        version* text
        partyRules int
        lawCount int
        = must-know-items 部: sum partyRules+lawCount

        B law-exam LawExamHeld
        name* text
        expected* int
        took* int ≤ expected
        passed* int ≤ took
        excellent int ≤ passed
        averageScore decimal
        passLine decimal
        = law-exams 次: entries
        = law-exam-takers 人次: sum took
        = law-exam-participation-rate %: rate took/expected
        = law-exam-pass-rate %: rate passed/took

        B law-contest LawContestHeld
        teams int
        contestants int
        = law-contests 次: entries
        = law-contest-contestants 人次: sum contestants

        B constitution-oath ConstitutionOathTaken
        persons* int
        = constitution-oaths 次: entries
        = constitution-oath-takers 人次: sum persons
        """;

    private const string Publicity = """
        C law-outreach LawOutreachHeld
        scene* code: office, village, community, school, enterprise, barracks, online, public-place, unit
        via code: village-team, township, community-team, joint, other
        places list of text
        audience count
        leaflets count
        boards int
        banners int
        consultations count
        = law-outreach 场次: entries by scene
        = law-outreach-audience 人次: sum audience
        = law-outreach-leaflets 份: sum leaflets
        = law-outreach-boards 块: sum boards
        = law-outreach-banners 条: sum banners
        = law-outreach-consultations 人次: sum consultations
        = law-outreach-places 个: distinct places

        C online-publicity OnlinePublicityPublished
        channel* text
        url text
        articles* int
        reads count
        = online-articles 篇: sum articles
        = online-reads 次: sum reads

        C case-explained CaseExplained
        case* text
        audience count
        = cases-explained 件: entries

        C material-produced MaterialProduced
        copies* count
        = materials-produced 份: sum copies

        C enterprise-service EnterpriseServed
        enterprise* text
        service* code: visit, seminar, health-check, training
        problemsFound int
        problemsSolved int ≤ problemsFound
        = enterprise-services 家次: entries by service
        = enterprises-served 家: distinct enterprise
        = enterprise-problems-solved 个: sum problemsSolved

        C publicity-list PublicityListIssued
        items* int
        = publicity-list-items 项: sum items
        """;
}
