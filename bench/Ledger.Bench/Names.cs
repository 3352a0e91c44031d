namespace Ledger.Bench;

/// <summary>The rows of the table that a target or another number refers to.</summary>
internal static class Names
{
    public const string LogRatio = "log, ours / bare, 16 clients";
    public const string Visible = "commit to visible figure";
    public const string OneFigure = "read one figure";
    public const string AllFigures = "read all figures of a year";
    public const string EarlierBySequence = "read a figure as of an earlier event";
    public const string EarlierByTime = "read a figure as of an earlier time";
    public const string County = "county figures of 60 units";
    public const string CountyChanged = "county figures of 60 units, one unit's book changed before each read";
    public const string Rebuild = "rebuild of the year books";
    public const string ReportWarm = "report to PDF, warm, median";
    public const string Composed = "report composed and verified from the last verified event";
    public const string ReportCold = "report to PDF, new process, median";
    public const string DocumentWarm = "document to PDF, warm";
    public const string DocumentCold = "document to PDF, new process, compiled ahead";
    public const string DocumentJit = "document to PDF, new process, compiled while running";
    public const string DocumentLong = "long document to PDF, warm";
    public const string DocumentWord = "document to Word, warm";
    public const string DocumentSize = "document, size of the PDF with attachments";
    public const string DocumentMemory = "document to PDF, new process, compiled ahead, peak memory";
    public const string MemoryAfterRequests = "memory of the service after 1 000 requests";
    public const string HomePage = "home page";
    public const string SealingRatio = "log over HTTP, 16 clients, with / without sealing";
    public const string SealingLag = "sealing behind the commit, 16 clients logging";
    public const string Proof = "inclusion proof of an entry";
    public const string ProofSize = "inclusion proof with checkpoint and salt, longest";
    public const string LogVerified = "log of all units verified, new process";
    public const string EditionVerified = "edition of 5 000 entries verified, new process";
    public const string FlatLog = "flat: log p50, largest / smallest size";
    public const string FlatFigure = "flat: figure p50, largest / smallest size";
    public const string FlatRebuild = "linear: rebuild rate, 1 000 000 / 100 000 events";

    public static string Flat(string page) => $"flat: {page}, p50, largest / smallest size";

    public static string Log(int clients) => $"log over HTTP, {Clients(clients)}";

    public static string Bare(int clients) => $"bare endpoint, {Clients(clients)}";

    private static string Clients(int clients) => clients == 1 ? "1 client" : $"{clients} clients";
}
