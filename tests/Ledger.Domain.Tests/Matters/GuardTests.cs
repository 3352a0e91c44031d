using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Domain.Matters;

namespace Ledger.Domain.Tests.Matters;

/// <summary>Every guard of a kind's own at its boundary: the last case that passes, and the first that warns.</summary>
public sealed class GuardTests
{
    /// <summary>Guard, the steps before, the step that passes, the step that is warned of; a step is CODE DAY JSON-members.</summary>
    public static TheoryData<string, string, string, string> Boundaries => new()
    {
        { "adviser-engagement/signed/signed-after-start", "", $"signed 2023-07-01 {Engagement}", $"signed 2023-07-02 {Engagement}" },
        { "adviser-engagement/renewed/not-assessed", $"signed 2023-06-01 {Engagement}; assessed 2024-06-01 'ofYear':2024,'result':'qualified'", "renewed 2024-06-01 'to':'2025-06-30'", "renewed 2024-05-31 'to':'2025-06-30'" },
        { "adviser-engagement/renewed/lapsed", $"signed 2023-06-01 {Engagement}", "renewed 2024-07-01 'to':'2025-06-30'", "renewed 2024-07-02 'to':'2025-06-30'" },
        { "adviser-engagement/renewed/no-longer", $"signed 2023-06-01 {Engagement}", "renewed 2024-06-01 'to':'2024-07-01'", "renewed 2024-06-01 'to':'2024-06-30'" },
        { "adviser-engagement/expired/still-running", $"signed 2023-06-01 {Engagement}", "expired 2024-06-30", "expired 2024-06-29" },

        { "campaign/configured/no-theme", "", $"configured 2023-11-16 {Window},'theme':'宪法'", $"configured 2023-11-16 {Window}" },
        { "campaign/configured/long-window", "", "configured 2023-11-16 'from':'2023-12-01','to':'2024-01-01'", "configured 2023-11-16 'from':'2023-12-01','to':'2024-01-02'" },
        { "campaign/opened/outside-window", $"configured 2023-11-16 {Window}", "opened 2023-12-07", "opened 2023-12-08" },
        { "campaign/opened/outside-window", $"configured 2023-11-16 {Window}", "opened 2023-12-01", "opened 2023-11-30" },
        { "campaign/opened/outside-window", $"configured 2023-11-16 {Window}; extended 2023-12-07 'to':'2023-12-10'", "opened 2023-12-10", "opened 2023-12-11" },
        { "campaign/closed/still-running", $"configured 2023-11-16 {Window}", "closed 2023-12-07 'summary':'已总结'", "closed 2023-12-06 'summary':'已总结'" },

        { "contract/drafted/credit-code", "", $"drafted 2023-03-01 {Agreement},'counterpartyCode':'91350100M000100Y43'", $"drafted 2023-03-01 {Agreement},'counterpartyCode':'91350100M000100Y44'" },
        { "contract/signed/no-review", $"drafted 2023-03-01 {Agreement}; sent 2023-03-02; reviewed 2023-03-10 'result':'lawful'", "signed 2023-03-10", "signed 2023-03-09" },
        { "contract/signed/review-negative", $"drafted 2023-03-01 {Agreement}; reviewed 2023-03-08 'result':'unlawful'; reviewed 2023-03-10 'result':'lawful-after-change'", "signed 2023-03-10", "signed 2023-03-09" },
        { "contract/signed/no-fair-competition-review", $"drafted 2023-03-01 {Agreement}; fair-competition 2023-03-05 'conclusion':'no-effect'", "signed 2023-03-05", "signed 2023-03-04" },
        // Signed on a Thursday: the fifth working day is the next Thursday.
        { "contract/filed/filed-late", $"drafted 2023-03-01 {Agreement}; signed 2023-03-09", "filed 2023-03-16", "filed 2023-03-17" },
        { "contract/breached/own-breach", $"drafted 2023-03-01 {Agreement}; signed 2023-03-09", "breached 2023-06-01 'by':'counterparty','what':'逾期'", "breached 2023-06-01 'by':'own','what':'逾期'" },

        { "exam-plan/results/few-took", "planned 2023-11-16 'holdBy':'2023-12-05'", "results 2023-12-07 'expected':10,'took':9,'passed':9", "results 2023-12-07 'expected':10,'took':8,'passed':8" },
        { "exam-plan/closed/no-make-up", "planned 2023-11-16 'holdBy':'2023-12-05'; results 2023-12-07 'expected':10,'took':9,'passed':9; make-up 2023-12-10 'took':1,'passed':1", "closed 2023-12-12", "" },
        { "exam-plan/closed/no-make-up", "planned 2023-11-16 'holdBy':'2023-12-05'; results 2023-12-07 'expected':10,'took':9,'passed':9", "", "closed 2023-12-12" },
        { "exam-plan/held/later-than-planned", "planned 2023-11-16 'holdBy':'2023-12-05'", "held 2023-12-05", "held 2023-12-06" },

        { "major-decision/participation-opened/hearing-materials-late", Listed, "participation-opened 2023-03-20 'method':'hearing','materialsOn':'2023-03-13'", "participation-opened 2023-03-20 'method':'hearing','materialsOn':'2023-03-14'" },
        { "major-decision/participation-opened/hearing-materials-late", Listed, "participation-opened 2023-03-20 'method':'symposium'", "participation-opened 2023-03-20 'method':'hearing'" },
        { "major-decision/participation-closed/consultation-short", $"{Listed}; participation-opened 2023-03-20 'method':'public-notice'", "participation-closed 2023-04-19", "participation-closed 2023-04-18" },
        { "major-decision/sent/participation-open", $"{Listed}; participation-closed 2023-04-19", "sent 2023-04-19", "sent 2023-04-18" },
        { "major-decision/sent/no-experts", $"{Listed}; experts 2023-04-26", "sent 2023-04-26", "sent 2023-04-25" },
        { "major-decision/sent/no-experts", $"{Listed}; experts-waived 2023-04-26 {Waived}", "sent 2023-04-26", "sent 2023-04-25" },
        { "major-decision/sent/no-risk-assessment", $"{Listed}; risk 2023-04-26 'result':'controllable'", "sent 2023-04-26", "sent 2023-04-25" },
        { "major-decision/sent/no-risk-assessment", $"{Listed}; risk-waived 2023-04-26 {Waived}", "sent 2023-04-26", "sent 2023-04-25" },
        { "major-decision/sent/risk-uncontrollable", $"{Listed}; risk 2023-04-26 'result':'controllable'", "sent 2023-05-12", "" },
        { "major-decision/sent/risk-uncontrollable", $"{Listed}; risk 2023-04-26 'result':'uncontrollable'", "", "sent 2023-05-12" },
        // From a Friday, seven working days end on the Tuesday after next.
        { "major-decision/sent/review-time-short", Listed, "sent 2023-05-12 'wantedBy':'2023-05-23'", "sent 2023-05-12 'wantedBy':'2023-05-22'" },
        { "major-decision/discussed/legality-missing", $"{Listed}; legality 2023-05-24 'result':'lawful-after-change'", $"discussed 2023-05-24 {Approved}", $"discussed 2023-05-23 {Approved}" },
        { "major-decision/discussed/legality-missing", $"{Listed}; legality 2023-05-24 'result':'lawful'; legality 2023-05-26 'result':'unlawful'", $"discussed 2023-05-25 {Approved}", $"discussed 2023-05-26 {Approved}" },
        { "major-decision/discussed/head-not-last", Listed, $"discussed 2023-06-05 {Approved},'headSpokeLast':true", $"discussed 2023-06-05 {Approved},'headSpokeLast':false" },
        { "major-decision/decided/party-not-asked", $"{Listed}; party 2023-06-06", "decided 2023-06-06", "decided 2023-06-05" },
        { "major-decision/decided/not-approved", $"{Listed}; discussed 2023-06-05 {Approved}", "decided 2023-06-07", "" },
        { "major-decision/decided/not-approved", $"{Listed}; discussed 2023-06-05 'meeting':'executive','result':'deferred'", "", "decided 2023-06-07" },
        { "major-decision/evaluated/same-evaluator", $"{Listed}; risk 2023-04-26 'result':'controllable','assessor':'甲院'", "evaluated 2024-06-07 'evaluator':'乙院'", "evaluated 2024-06-07 'evaluator':'甲院'" },

        { "normative-document/consulted/consultation-short", Document, "consulted 2023-04-19 'from':'2023-03-20'", "consulted 2023-04-18 'from':'2023-03-20'" },
        // From a Friday: the fifth working day is the Friday after, the fifteenth the third one.
        { "normative-document/reviewed/review-time", $"{Document}; sent 2023-05-12", "reviewed 2023-05-19 'result':'lawful'", "reviewed 2023-05-18 'result':'lawful'" },
        { "normative-document/reviewed/review-time", $"{Document}; sent 2023-05-12", "reviewed 2023-06-02 'result':'lawful'", "reviewed 2023-06-05 'result':'lawful'" },
        { "normative-document/deliberated/review-missing", $"{Document}; reviewed 2023-05-24 'result':'lawful'", "deliberated 2023-05-24 'meeting':'常务会议'", "deliberated 2023-05-23 'meeting':'常务会议'" },
        { "normative-document/issued/no-fair-competition-review", $"{Document}; fair-competition 2023-05-01 'conclusion':'no-effect'", "issued 2023-05-01 'effectiveOn':'2023-07-01'", "issued 2023-04-30 'effectiveOn':'2023-07-01'" },
        { "normative-document/published/published-late", $"{Document}; issued 2023-06-01 'effectiveOn':'2023-07-01'", "published 2023-07-01", "published 2023-07-02" },

        { "plan-item/planned/planned-late", "", "planned 2023-03-31 'planYear':2023", "planned 2023-04-01 'planYear':2023" },
        { "plan-item/planned/no-target", "", "planned 2023-01-10 'planYear':2023,'targetValue':3", "planned 2023-01-10 'planYear':2023" },
        { "plan-item/done/other-year", "planned 2023-01-10 'planYear':2023", "done 2023-12-31", "done 2024-01-01" },
        { "plan-item/carried-over/carried-back", "planned 2023-01-10 'planYear':2023", "carried-over 2023-12-31 'toYear':2024,'why':'未完工'", "carried-over 2023-12-31 'toYear':2023,'why':'未完工'" },

        { "shortcoming/identified/no-cause", "", "identified 2023-06-30 'source':'audit','cause':'未安排'", "identified 2023-06-30 'source':'audit'" },
        { "shortcoming/measure/due-in-the-past", "identified 2023-06-30 'source':'audit'", "measure 2023-07-05 'measure':'安排','due':'2023-07-05'", "measure 2023-07-05 'measure':'安排','due':'2023-07-04'" },
        { "shortcoming/closed/check-failed", "identified 2023-06-30 'source':'audit'; verified 2023-08-01 'result':'failed'; verified 2023-09-01 'result':'passed'", "closed 2023-09-02", "" },
        { "shortcoming/closed/check-failed", "identified 2023-06-30 'source':'audit'; verified 2023-08-01 'result':'failed'", "", "closed 2023-08-02" },
        { "shortcoming/closed/overdue", "identified 2023-06-30 'source':'audit'; measure 2023-07-05 'measure':'安排','due':'2023-12-31'", "closed 2023-12-31", "closed 2024-01-01" },
        { "shortcoming/carried-over/carried-back", "identified 2023-06-30 'source':'audit'", "carried-over 2024-01-05 'toYear':2024,'why':'未完'", "carried-over 2024-01-05 'toYear':2023,'why':'未完'" },
    };

    private const string Engagement = "'firm':'样例所','advisers':['甲'],'method':'tender','from':'2023-07-01','to':'2024-06-30'";
    private const string Window = "'from':'2023-12-01','to':'2023-12-07'";
    private const string Agreement = "'type':'investment','counterparty':'样例公司'";
    private const string Listed = "listed 2023-02-16";
    private const string Approved = "'meeting':'executive','result':'approved'";
    private const string Waived = "'legalReason':'不涉及','approvedBy':'办公会'";
    private const string Document = "planned 2023-02-01 'capacity':'issuer','onBusiness':true";

    [Theory, MemberData(nameof(Boundaries))]
    public void a_guard_warns_just_beyond_its_boundary(string guard, string before, string passes, string warned)
    {
        var names = guard.Split('/');
        var kind = MatterCatalogue.Find(names[0])!;
        Assert.Contains(kind.FindStep(names[1])!.Guards, g => g.Code == names[2]);
        var state = kind.StateOf(before.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(s => Step(kind, s)));
        if (passes.Length > 0)
            Assert.DoesNotContain(Matter.Warns(state, Step(kind, passes)), g => g.Code == names[2]);
        if (warned.Length > 0)
            Assert.Contains(Matter.Warns(state, Step(kind, warned)), g => g.Code == names[2]);
    }

    [Fact]
    public void no_guard_of_a_kind_is_left_out()
    {
        var tried = Boundaries.Select(b => b.Data.Item1).ToHashSet();
        var standing = new[] { "again", "closed", "before-opening" };
        var own = MatterCatalogue.Steps.SelectMany(s => s.Guards
            .Where(g => !standing.Contains(g.Code) && !g.Code.StartsWith("without-", StringComparison.Ordinal))
            .Select(g => $"{s.FullCode}/{g.Code}"));
        Assert.Empty(own.Except(tried));
    }

    [Fact]
    public void the_standing_guards_warn_of_order_of_repeats_and_of_what_is_over()
    {
        var kind = MatterCatalogue.Find("contract")!;
        var drafted = kind.StateOf([Step(kind, $"drafted 2023-03-01 {Agreement}")]);
        var over = kind.StateOf([Step(kind, $"drafted 2023-03-01 {Agreement}"), Step(kind, "signed 2023-03-09"), Step(kind, "fulfilled 2023-08-01")]);
        Assert.Equal(["without-signed"], Codes(drafted, "filed 2023-03-10"));
        Assert.Equal(["without-signed", "before-opening"], Codes(drafted, "filed 2023-02-28"));
        Assert.Equal(["closed"], Codes(over, "milestone 2023-08-02 'what':'验收','met':true"));
        Assert.Equal(["again", "closed"], Codes(over, "fulfilled 2023-08-02"));
        // What happened before the end and is entered after it is no afterthought.
        Assert.Empty(Codes(over, "filed 2023-03-10"));

        IEnumerable<string> Codes(MatterState state, string step) => Matter.Warns(state, Step(kind, step)).Select(g => g.Code);
    }

    [Fact]
    public void the_check_digit_of_a_credit_code_tells_every_single_mistake()
    {
        const string right = "91350100M000100Y43";
        Assert.True(CreditCode.IsRight(right));
        for (var at = 0; at < right.Length; at++)
        {
            foreach (var other in "0123456789ABCDEFGHJKLMNPQRTUWXY".Where(c => c != right[at]))
                Assert.False(CreditCode.IsRight(right[..at] + other + right[(at + 1)..]), $"{other} at {at}");
        }
    }

    private static MatterStep Step(MatterDefinition kind, string text)
    {
        var parts = text.Split(' ', 3);
        var fields = (JsonObject)JsonNode.Parse($"{{{(parts.Length > 2 ? parts[2].Replace('\'', '"') : "")}}}")!;
        fields["occurredOn"] = parts[1];
        var definition = kind.FindStep(parts[0])!;
        if (definition.Opens)
            fields["title"] = "样例事项";
        var (step, problems) = MatterReader.Read(definition, JsonSerializer.SerializeToElement(fields), new DateOnly(2030, 1, 1));
        Assert.True(step is not null, string.Join("; ", problems));
        return step;
    }
}
