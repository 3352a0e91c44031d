using System.Numerics;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>
/// Which operation a story of a length asks next. Every operation comes up in turn, story by story, twice in forty; between them those that build up
/// something to go wrong with, and those that work on it.
/// </summary>
internal sealed class FuzzPlan(ApiDocument document, int story, int length)
{
    /// <summary>How many operations of the whole round each story asks.</summary>
    private const int InTurn = 9;

    private readonly Queue<ApiOperation> _turn = new(Enumerable.Range(story * InTurn, InTurn).Select(i => document.Operations[i * Stride(document.Operations.Count) % document.Operations.Count]));

    /// <summary>
    /// What needs its steps in order, or has nothing to work on: each story tries one of these, each step a few times,
    /// because a third of what is sent is wrong on purpose.
    /// </summary>
    private static readonly string[][] Orders =
    [
        ["freezeReport", "officeReview", "secrecyReview", "signEdition", "numberEdition", "submitEdition", "publishEdition"],
        ["freezeReport", "reopenYear", "freezeReport", "compareEditions"],
        ["freezeReport", "drawSample", "getInspection", "checkSample", "getInspectionPdf"],
        ["log-legal-service", "log-legal-service", "mergeEntry", "partEntry", "mergeEntry"],
        ["log-law-outreach", "log-law-study", "declineJoint", "acceptJoint"],
        ["writeProse", "lockProse", "unlockProse"],
        ["getHints", "dismissHint"],
        ["previewImport", "confirmImport"],
        ["attachMatterEvidence", "getMatterEvidence"],
    ];

    private const int Tries = 4;

    private readonly Queue<string> _order = new(Orders[story % Orders.Length].SelectMany(o => Enumerable.Repeat(o, Tries)));

    private static readonly string[] Changes = ["correctEntry", "voidEntry", "confirmEntry", "returnEntry", "mergeEntry", "partEntry", "attachEvidence", "declineJoint", "acceptJoint", "checkEntry"];
    private static readonly string[] OfMatters = ["takeStep", "takeStep", "takeStep", "reverseStep", "attachMatterEvidence", "getMatter", "listMatters"];
    private static readonly string[] OfYears = ["confirmNil", "reopenYear", "writeProse", "lockProse", "unlockProse", "chooseOrder", "drawSample", "checkSample", "dismissHint", "getHints", "officeReview", "secrecyReview", "signEdition", "numberEdition", "submitEdition", "publishEdition", "issueFeed", "revokeFeed", "setWebhook"];
    private static readonly string[] Reads = ["getEntry", "listEntries", "getFigures", "getFigure", "getFigureEntries", "getYear", "listEditions", "getEvidence", "getProse", "getConsistency", "listDeadlines", "getCalendar", "listFeeds", "getWebhook", "exportEntriesCsv", "listUnits", "listKinds", "listMatterKinds"];
    private static readonly string[] Heavy = ["freezeReport", "getReport", "getEntryProof", "getEntryReceipt", "getCheckpoint", "getGaps", "reviewReport", "compareEditions", "getCountyFigures", "getCoverage", "exportEntriesXlsx", "previewImport", "confirmImport"];
    private static readonly string[] Office = ["registerUnit", "placeUnit", "registerCounty", "proposeRule", "approveRule", "rejectRule", "createAccount", "disableAccount", "enableAccount", "grantRole", "revokeRole", "issueToken", "revokeToken", "listTokens", "readAudit", "signIn", "getSession"];

    private int _asked;

    public ApiOperation Next(Random random)
    {
        // Something to go wrong with.
        if (++_asked <= 8)
            return Any(random, o => o.Id.StartsWith(_asked <= 5 ? "log-" : "open-", StringComparison.Ordinal));
        if (_turn.Count > 0 && (random.Next(5) == 0 || length - _asked < _turn.Count))
            return _turn.Dequeue();
        if (_order.Count > 0 && random.Next(3) > 0)
            return Named(random, [_order.Dequeue()]);
        return random.Next(100) switch
        {
            < 22 => Any(random, o => o.Id.StartsWith("log-", StringComparison.Ordinal)),
            < 28 => Any(random, o => o.Id.StartsWith("open-", StringComparison.Ordinal)),
            < 50 => Named(random, Changes),
            < 65 => Named(random, OfMatters),
            < 75 => Named(random, OfYears),
            < 86 => Named(random, Reads),
            < 90 => Named(random, Heavy),
            _ => Named(random, Office),
        };
    }

    /// <summary>Far enough apart that neighbours do not follow each other, and meeting every operation before any comes again.</summary>
    private static int Stride(int operations) =>
        Enumerable.Range(11, operations).First(s => BigInteger.GreatestCommonDivisor(s, operations).IsOne);

    private ApiOperation Named(Random random, string[] names)
    {
        var name = names[random.Next(names.Length)];
        return document.Operations.First(o => o.Id == name);
    }

    private ApiOperation Any(Random random, Func<ApiOperation, bool> which)
    {
        var all = document.Operations.Where(which).ToList();
        return all[random.Next(all.Count)];
    }
}
