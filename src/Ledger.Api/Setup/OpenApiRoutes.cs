using Ledger.Api.Access;
using Ledger.Api.Calendars;
using Ledger.Api.Counties;
using Ledger.Api.Entries;
using Ledger.Api.Erasures;
using Ledger.Api.Figures;
using Ledger.Api.Health;
using Ledger.Api.Hints;
using Ledger.Api.Importing;
using Ledger.Api.Kinds;
using Ledger.Api.Matters;
using Ledger.Api.Reports;
using Ledger.Api.Rules;
using Ledger.Api.Sealing;
using Ledger.Api.SelfInspections;
using Ledger.Api.Units;
using Ledger.Api.Years;
using Ledger.Documents.Sheets;
using Ledger.Domain.Reports;
using Ledger.Domain.SelfInspections;
using Ledger.Domain.Years;

namespace Ledger.Api.Setup;

/// <summary>What the description says of a route beyond what its code shows.</summary>
/// <param name="Id">Name of the operation for generated clients.</param>
/// <param name="Tag">What it belongs to.</param>
/// <param name="Summary">In Chinese and English.</param>
/// <param name="Answer">What it answers with; null for a file or nothing.</param>
/// <param name="Status">The status of that answer.</param>
/// <param name="Refusals">Statuses it refuses with, beside those any route may have.</param>
internal sealed record OpenApiRoute(string Id, string Tag, string Summary, Type? Answer, int Status, params int[] Refusals)
{
    public const string LogEntry = "POST /api/units/{unit}/entries/{kind}";
    public const string CheckEntry = "POST /api/units/{unit}/entries/{kind}/check";
    public const string AttachEvidence = "POST /api/units/{unit}/entries/{id}/evidence";
    public const string GetEvidence = "GET /api/units/{unit}/entries/{id}/evidence/{sha256}";
    public const string OpenMatter = "POST /api/units/{unit}/matters/{kind}";
    public const string TakeStep = "POST /api/units/{unit}/matters/{id}/{step}";
    public const string ReverseStep = "POST /api/units/{unit}/matters/{id}/reverse";
    public const string AttachMatterEvidence = "POST /api/units/{unit}/matters/{id}/evidence/{slot}";
    public const string PreviewImport = "POST /api/units/{unit}/import/{kind}";
    public const string ConfirmImport = "POST /api/units/{unit}/import/{kind}/{sha256}";
    public const string CorrectEntry = "POST /api/units/{unit}/entries/{id}/correct";
    public const string VoidEntry = "POST /api/units/{unit}/entries/{id}/void";

    /// <summary>Media types that an answer may have that is a file.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Honours an Idempotency-Key.</summary>
    public bool Idempotent { get; init; }

    /// <summary>In the order of the document. A route that is missing here is described by its code alone.</summary>
    public static IReadOnlyDictionary<string, OpenApiRoute> All { get; } = new OrderedDictionary<string, OpenApiRoute>
    {
        ["GET /api/units"] = new("listUnits", "units", "可见的单位 · The units one may see", typeof(IReadOnlyList<UnitView>), 200),
        ["POST /api/units"] = new("registerUnit", "units", "新增单位 · A new unit joins the ledger", typeof(UnitReceipt), 201, 400, 409, 415),
        ["GET /api/units/{unit}"] = new("getUnit", "units", "一个单位 · One unit", typeof(UnitView), 200, 404),
        ["POST /api/units/{unit}/county"] = new("placeUnit", "counties", "把单位归入县（市、区）· Place a unit in a county", typeof(UnitView), 200, 400, 404, 409, 415),
        ["GET /api/counties"] = new("listCounties", "counties", "可见的县（市、区）· The counties one may see", typeof(IReadOnlyList<CountyView>), 200),
        ["POST /api/counties"] = new("registerCounty", "counties", "新增县（市、区）· A new county joins the ledger", typeof(CountyReceipt), 201, 400, 409, 415),
        ["GET /api/counties/{county}/figures/{year}"] = new("getCountyFigures", "counties", "全县年度指标，联合活动只计一次 · A county's figures, each joint activity once", typeof(CountyFiguresView), 200, 400, 404),
        ["GET /api/counties/{county}/figures/{year}.xlsx"] = new("exportCountyXlsx", "counties", "统计汇总（XLSX）· A county's year as XLSX", null, 200, 400, 404) { Files = [Workbook.MediaType] },
        ["GET /api/counties/{county}/coverage/{year}"] = new("getCoverage", "counties", "登记、零报告与报送、公开情况 · Who has logged, confirmed nil, submitted and published, and who is late", typeof(CoverageView), 200, 400, 404),
        ["GET /api/counties/{county}/coverage/{year}.csv"] = new("exportCoverageCsv", "counties", "登记、零报告与报送、公开情况（CSV）· The same as CSV", null, 200, 400, 404) { Files = [CsvFile.MediaType] },
        ["GET /api/counting-rules"] = new("listCountingRules", "counting-rules", "统计口径变更 · The changed counting rules", typeof(IReadOnlyList<RuleChangeView>), 200),
        ["POST /api/counting-rules"] = new("proposeRule", "counting-rules", "提出口径变更 · Propose a changed counting rule", typeof(RuleChangeView), 201, 400, 415),
        ["POST /api/counting-rules/{id}/approve"] = new("approveRule", "counting-rules", "批准口径变更（须另一人）· Another person approves it", typeof(RuleChangeView), 200, 400, 404, 409, 415),
        ["POST /api/counting-rules/{id}/reject"] = new("rejectRule", "counting-rules", "不批准口径变更 · Another person rejects it", typeof(RuleChangeView), 200, 400, 404, 409, 415),
        ["GET /api/kinds"] = new("listKinds", "kinds", "台账类别目录：字段、限制与指标 · The catalogue: fields, limits and figures", typeof(IReadOnlyList<KindView>), 200, 404),
        [LogEntry] = new("log", "entries", "登记 · Log an activity", typeof(EntryReceipt), 201, 400, 404, 409, 422) { Idempotent = true },
        [CheckEntry] = new("checkEntry", "entries", "登记前检查，不保存 · Check an activity, saving nothing", typeof(EntryCheck), 200, 400, 404, 422),
        ["GET /api/units/{unit}/entries"] = new("listEntries", "entries", "查询登记 · Entries, filtered, searched and paged", typeof(EntryList), 200, 400, 404),
        ["GET /api/units/{unit}/entries.xlsx"] = new("exportEntriesXlsx", "tables", "导出登记（XLSX）· Entries as XLSX", null, 200, 400, 404, 422) { Files = [Workbook.MediaType] },
        ["GET /api/units/{unit}/entries.csv"] = new("exportEntriesCsv", "tables", "导出登记（CSV）· Entries as CSV", null, 200, 400, 404) { Files = [CsvFile.MediaType] },
        ["GET /api/units/{unit}/entries/{id}"] = new("getEntry", "entries", "一项登记的内容、经过与佐证 · An entry, its history and its evidence", typeof(EntryView), 200, 404),
        [CorrectEntry] = new("correctEntry", "entries", "更正 · Correct an entry", typeof(EntryState), 200, 400, 404, 409, 422) { Idempotent = true },
        [VoidEntry] = new("voidEntry", "entries", "作废 · Void an entry", typeof(EntryState), 200, 400, 404, 409, 422) { Idempotent = true },
        ["POST /api/units/{unit}/entries/{id}/merge"] = new("mergeEntry", "entries", "合并重复登记 · Merge a duplicate into another entry", typeof(EntryState), 200, 400, 404, 409, 415),
        ["POST /api/units/{unit}/entries/{id}/part"] = new("partEntry", "entries", "撤销合并 · Take a merging back", typeof(EntryState), 200, 400, 404, 409, 415),
        ["POST /api/units/{unit}/joint/{id}/decline"] = new("declineJoint", "entries", "谢绝联合活动 · Decline a joint activity of another unit", typeof(EntryState), 200, 400, 404, 409, 415),
        ["POST /api/units/{unit}/joint/{id}/accept"] = new("acceptJoint", "entries", "撤回谢绝 · Take a declining back", typeof(EntryState), 200, 400, 404, 409, 415),
        ["POST /api/units/{unit}/entries/{id}/confirm"] = new("confirmEntry", "entries", "审核确认 · Confirm an entry", typeof(EntryState), 200, 400, 404, 409, 415),
        ["POST /api/units/{unit}/entries/{id}/return"] = new("returnEntry", "entries", "退回 · Return an entry", typeof(EntryState), 200, 400, 404, 409, 415),
        [AttachEvidence] = new("attachEvidence", "evidence", "上传佐证材料 · Attach evidence", typeof(EvidenceReceipt), 201, 400, 404, 409, 415),
        [GetEvidence] = new("getEvidence", "evidence", "下载佐证材料 · The file of a piece of evidence", null, 200, 404, 500) { Files = EvidenceType.MediaTypes },
        ["GET /api/matters"] = new("listMatterKinds", "matters", "事项类别目录：步骤、字段与提示 · The catalogue of matters: steps, fields and guards", typeof(IReadOnlyList<MatterKindView>), 200),
        ["GET /api/units/{unit}/matters"] = new("listMatters", "matters", "查询事项 · The matters of a unit", typeof(MatterList), 200, 400, 404),
        [OpenMatter] = new("openMatter", "matters", "新立事项 · Open a matter", typeof(MatterReceipt), 201, 400, 404, 409, 422) { Idempotent = true },
        ["GET /api/units/{unit}/matters/{id}"] = new("getMatter", "matters", "一件事项的状态、经过与佐证 · A matter, its story and its evidence", typeof(MatterView), 200, 404),
        [TakeStep] = new("takeStep", "matters", "办理一步；与规定不一致的写明原因 · Take a step; where a guard warns, with the reason", typeof(MatterMoved), 200, 400, 404, 409, 422) { Idempotent = true },
        [ReverseStep] = new("reverseStep", "matters", "撤销登记有误的一步，或改为另一内容 · Take a step back, or say it anew", typeof(MatterMoved), 200, 400, 404, 409, 422) { Idempotent = true },
        [AttachMatterEvidence] = new("attachMatterEvidence", "matters", "上传事项佐证材料 · Attach evidence to a matter", typeof(EvidenceReceipt), 201, 400, 404, 409, 415),
        ["GET /api/units/{unit}/matters/{id}/evidence/{sha256}"] = new("getMatterEvidence", "matters", "下载事项佐证材料 · The file of a piece of a matter's evidence", null, 200, 404, 500) { Files = EvidenceType.MediaTypes },
        ["GET /api/units/{unit}/erasures"] = new("listErasures", "erasures", "待办理的个人信息删除申请 · Erasures asked for and not decided", typeof(IReadOnlyList<ErasureRequest>), 200, 404),
        ["POST /api/units/{unit}/erasures"] = new("askErasure", "erasures", "申请删除某人的姓名 · Ask for a person's name to be erased", typeof(ErasureRequest), 201, 400, 404, 415),
        ["POST /api/units/{unit}/erasures/{id}/carry-out"] = new("carryOutErasure", "erasures", "办理删除（须另一人）· Another person carries it out", typeof(ErasureResult), 200, 400, 404, 409, 415, 503),
        ["POST /api/units/{unit}/erasures/{id}/reject"] = new("rejectErasure", "erasures", "否决删除申请 · Another person rejects it", null, 204, 400, 404, 415),
        ["GET /api/units/{unit}/log/checkpoint"] = new("getCheckpoint", "log", "封存日志的检查点（C2SP tlog-checkpoint）· The log's signed checkpoint", null, 200, 404) { Files = ["text/plain"] },
        ["GET /api/units/{unit}/log/consistency"] = new("getConsistency", "log", "两个规模之间只增不改的证明 · That the log only grew between two sizes", typeof(ConsistencyView), 200, 400, 404),
        ["GET /api/units/{unit}/log/entries/{id}/proof"] = new("getEntryProof", "log", "登记已封存的证明（C2SP tlog-proof）· That an entry is in the log", null, 200, 400, 404) { Files = ["text/plain"] },
        ["GET /api/units/{unit}/log/entries/{id}/receipt"] = new("getEntryReceipt", "log", "登记回执：事件原文与证明 · A receipt: the event as sealed, and its proof", typeof(EntryReceiptView), 200, 400, 404),
        ["GET /api/units/{unit}/figures/{year}"] = new("getFigures", "figures", "年度指标 · The figures of a year", typeof(FiguresView), 200, 400, 404),
        ["GET /api/units/{unit}/figures/{year}/{code}"] = new("getFigure", "figures", "一项指标 · One figure", typeof(FigureView), 200, 400, 404),
        ["GET /api/units/{unit}/figures/{year}/{code}/entries"] = new("getFigureEntries", "figures", "指标所据的登记 · The entries behind a figure", typeof(EntryList), 200, 400, 404),
        ["GET /api/units/{unit}/figures/{year}.xlsx"] = new("exportFiguresXlsx", "tables", "导出年度指标（XLSX）· The figures of a year as XLSX", null, 200, 400, 404) { Files = [Workbook.MediaType] },
        ["GET /api/units/{unit}/figures/{year}.csv"] = new("exportFiguresCsv", "tables", "导出年度指标（CSV）· The figures of a year as CSV", null, 200, 400, 404) { Files = [CsvFile.MediaType] },
        ["GET /api/units/{unit}/figures/{year}/{code}/entries.xlsx"] = new("exportFigureEntriesXlsx", "tables", "导出指标所据的登记（XLSX）· The entries behind a figure as XLSX", null, 200, 400, 404, 422) { Files = [Workbook.MediaType] },
        ["GET /api/units/{unit}/figures/{year}/{code}/entries.csv"] = new("exportFigureEntriesCsv", "tables", "导出指标所据的登记（CSV）· The entries behind a figure as CSV", null, 200, 400, 404) { Files = [CsvFile.MediaType] },
        ["GET /api/units/{unit}/import/{kind}.xlsx"] = new("getImportTemplate", "tables", "导入模板 · The table of a kind to fill in", null, 200, 404, 422) { Files = [Workbook.MediaType] },
        [PreviewImport] = new("previewImport", "tables", "预览导入，不保存 · What an import would do; nothing is saved", typeof(ImportView), 200, 400, 404, 415, 422),
        [ConfirmImport] = new("confirmImport", "tables", "确认导入：重发同一文件，整体登记 · Import the file that was previewed, all of it or nothing", typeof(ImportReceipt), 200, 400, 404, 409, 415, 422),
        ["GET /api/units/{unit}/years/{year}"] = new("getYear", "years", "年度状态 · Whether a year is frozen", typeof(YearView), 200, 404),
        ["GET /api/units/{unit}/hints/{year}"] = new("getHints", "years", "提示：疑似重复、数量异常等，不拦登记 · What looks wrong in a year", typeof(HintsView), 200, 400, 404),
        ["POST /api/units/{unit}/hints/{year}/dismiss"] = new("dismissHint", "years", "看过提示，没有问题 · Dismiss a hint with a reason", typeof(HintDismissed), 200, 400, 404, 415),
        ["GET /api/units/{unit}/inspections/{year}"] = new("listInspections", "inspections", "自查 · The self-inspections of a year", typeof(IReadOnlyList<InspectionSheet>), 200, 404),
        ["POST /api/units/{unit}/inspections/{year}"] = new("drawSample", "inspections", "自查抽样，样本由定稿算出 · Draw a sample that nobody can choose", typeof(SampleDrawn), 201, 400, 404, 409, 415, 422),
        ["GET /api/units/{unit}/inspections/{year}/{number}"] = new("getInspection", "inspections", "自查结果表 · A self-inspection with its result sheet", typeof(InspectionSheet), 200, 404),
        ["GET /api/units/{unit}/inspections/{year}/{number}.pdf"] = new("getInspectionPdf", "inspections", "自查结果表（PDF）· The result sheet as PDF", null, 200, 404, 422) { Files = ["application/pdf"] },
        ["POST /api/units/{unit}/inspections/{year}/{number}/results"] = new("checkSample", "inspections", "登记一条核查结果 · What was found of a sampled entry", typeof(SampleChecked), 200, 400, 404, 415),
        ["POST /api/units/{unit}/years/{year}/nil"] = new("confirmNil", "years", "零报告确认或撤回 · Confirm that a figure's zero is a zero", typeof(NilReturnConfirmed), 200, 400, 404, 409, 415),
        ["POST /api/units/{unit}/years/{year}/reopen"] = new("reopenYear", "years", "重新开放年度 · Open a frozen year again", typeof(Year), 200, 400, 404, 409, 415),
        ["GET /api/units/{unit}/reports/{year}"] = new("getReport", "reports", "年度报告（数据）· The report as data", typeof(ReportModel), 200, 400, 404),
        ["GET /api/units/{unit}/reports/{year}.pdf"] = new("getReportPdf", "reports", "年度报告（PDF）· The report as PDF", null, 200, 400, 404, 422) { Files = ["application/pdf"] },
        ["GET /api/units/{unit}/reports/{year}.docx"] = new("getReportWord", "reports", "年度报告（Word）· The report as Word document", null, 200, 400, 404, 422) { Files = [EvidenceType.Docx.MediaType] },
        ["GET /api/units/{unit}/reports/{year}.html"] = new("getReportPage", "reports", "年度报告（网页）· The report as a page", null, 200, 400, 404, 422) { Files = ["text/html"] },
        ["PUT /api/units/{unit}/reports/{year}/prose/{key}"] = new("writeProse", "reports", "撰写报告段落 · Write a block of the report", typeof(ProseBlock), 200, 400, 404, 409, 415),
        ["GET /api/units/{unit}/reports/{year}/editions"] = new("listEditions", "reports", "已定稿的版次 · The editions frozen so far", typeof(IReadOnlyList<EditionView>), 200, 404),
        ["GET /api/units/{unit}/reports/{year}/changes"] = new("compareEditions", "reports", "两版之间哪些数变了、为什么 · What is another number in a later edition, and why", typeof(EditionsCompared), 200, 400, 404),
        ["GET /api/units/{unit}/reports/{year}/review"] = new("reviewReport", "reports", "草稿每句话的依据和文字提示 · What backs each sentence of the draft, and hints on its wording", typeof(ReportReview), 200, 400, 404),
        ["POST /api/units/{unit}/reports/{year}/editions"] = new("freezeReport", "reports", "定稿 · Freeze the report into an edition", typeof(EditionView), 201, 400, 404, 409, 415, 422),
        ["GET /api/rules"] = new("listRules", "calendar", "法定日历的规则、节假日与宣传窗口 · Rules, holidays and windows of the legal calendar", typeof(RulesView), 200, 400),
        ["GET /api/units/{unit}/deadlines"] = new("listDeadlines", "calendar", "一年的期限 · The deadlines of a year", typeof(DeadlinesView), 200, 400, 404),
        ["GET /api/units/{unit}/sheets/{year}-{month}.pdf"] = new("getSheetPdf", "calendar", "当月提示单、督办单（PDF）· A month's sheet as PDF", null, 200, 400, 404, 422) { Files = ["application/pdf"] },
        ["GET /api/units/{unit}/sheets/{year}-{month}.docx"] = new("getSheetWord", "calendar", "当月提示单、督办单（Word）· A month's sheet as Word document", null, 200, 400, 404, 422) { Files = [EvidenceType.Docx.MediaType] },
        ["GET /api/units/{unit}/calendar.ics"] = new("getCalendar", "calendar", "日历订阅（iCalendar）· The deadlines for a calendar program", null, 200, 404) { Files = [ICalendarText.MediaType] },
        ["GET /api/units/{unit}/feeds"] = new("listFeeds", "calendar", "日历订阅地址 · The addresses of the calendar", typeof(IReadOnlyList<FeedView>), 200, 404),
        ["POST /api/units/{unit}/feeds"] = new("issueFeed", "calendar", "生成日历订阅地址 · A new address of the calendar", typeof(IssuedFeed), 201, 400, 404, 415),
        ["DELETE /api/units/{unit}/feeds/{id}"] = new("revokeFeed", "calendar", "停用日历订阅地址 · Revoke an address of the calendar", null, 204, 404),
        ["GET /api/units/{unit}/webhook"] = new("getWebhook", "calendar", "推送地址与最近一次结果 · The webhook and its last delivery", typeof(WebhookView), 200, 404),
        ["PUT /api/units/{unit}/webhook"] = new("setWebhook", "calendar", "设置推送地址 · Set the webhook", typeof(WebhookView), 200, 400, 404, 415),
        ["DELETE /api/units/{unit}/webhook"] = new("removeWebhook", "calendar", "删除推送地址 · Remove the webhook", null, 204, 404),
        ["GET /api/units/{unit}/reports/{year}/gaps"] = new("getGaps", "reports", "还缺什么：没有依据的句子、应有佐证而没有的登记、没有登记的计划事项 · What is not backed yet", typeof(GapsView), 200, 400, 404),
        ["GET /api/units/{unit}/reports/{year}/templates"] = new("listTemplates", "reports", "同一台账可出的各种报告 · The reports made from the one log", typeof(IReadOnlyList<TemplateView>), 200, 404),
        ["GET /api/units/{unit}/reports/{year}/order"] = new("getOrder", "reports", "章节次序及可选的次序 · The order of the sections, and those to choose from", typeof(OrderView), 200, 400, 404),
        ["PUT /api/units/{unit}/reports/{year}/order"] = new("chooseOrder", "reports", "选定章节次序 · Choose the order of the sections", typeof(OrderView), 200, 400, 404, 409, 415),
        ["GET /api/units/{unit}/reports/{year}/prose/{key}"] = new("getProse", "reports", "一段文字的现状和经过 · A block and what became of it", typeof(ProseView), 200, 400, 404),
        ["POST /api/units/{unit}/reports/{year}/prose/{key}/lock"] = new("lockProse", "reports", "锁定一段文字 · Lock a block", typeof(ProseView), 200, 400, 404, 409, 415),
        ["POST /api/units/{unit}/reports/{year}/prose/{key}/unlock"] = new("unlockProse", "reports", "解锁一段文字 · Unlock a block", typeof(ProseView), 200, 400, 404, 409, 415),
        ["POST /api/units/{unit}/reports/{year}/editions/{number}/office-review"] = new("officeReview", "reports", "核稿 · The office reviewed an edition", typeof(EditionView), 200, 400, 404, 409, 415, 422),
        ["POST /api/units/{unit}/reports/{year}/editions/{number}/secrecy-review"] = new("secrecyReview", "reports", "保密审查 · An edition was reviewed for secrecy", typeof(EditionView), 200, 400, 404, 409, 415, 422),
        ["POST /api/units/{unit}/reports/{year}/editions/{number}/sign"] = new("signEdition", "reports", "签发 · The head signs an edition", typeof(EditionView), 200, 400, 404, 409, 415, 422),
        ["POST /api/units/{unit}/reports/{year}/editions/{number}/number"] = new("numberEdition", "reports", "编发文字号 · Register the document number", typeof(EditionView), 200, 400, 404, 409, 415, 422),
        ["POST /api/units/{unit}/reports/{year}/editions/{number}/submit"] = new("submitEdition", "reports", "报送 · An edition was sent to its addressees", typeof(EditionView), 200, 400, 404, 409, 415, 422),
        ["POST /api/units/{unit}/reports/{year}/editions/{number}/publish"] = new("publishEdition", "reports", "公开 · An edition was published", typeof(EditionView), 200, 400, 404, 409, 415, 422),
        ["GET /api/units/{unit}/inspection/{year}.zip"] = new("getInspectionPack", "inspection", "检查档案：目录、登记与佐证，附哈希清单 · The inspection pack: index, entries and evidence with their hashes", null, 200, 400, 404, 422, 500) { Files = ["application/zip"] },
        ["GET /api/units/{unit}/inspection/{year}.pdf"] = new("getInspectionIndex", "inspection", "检查档案目录（PDF）· The pack's index as PDF", null, 200, 400, 404, 422) { Files = ["application/pdf"] },
        ["POST /api/session"] = new("signIn", "session", "登录 · Sign in", typeof(SessionView), 200, 400, 415, 429),
        ["GET /api/session"] = new("getSession", "session", "我是谁、能做什么 · Who one is and what one may do", typeof(SessionView), 200),
        ["DELETE /api/session"] = new("signOut", "session", "退出 · Sign out", null, 204),
        ["PUT /api/session/password"] = new("changePassword", "session", "修改口令 · Change one's password", null, 204, 400, 409, 415),
        ["POST /api/session/totp"] = new("setUpTotp", "session", "设置动态口令 · Set up one-time codes", typeof(TotpKey), 200, 400, 409, 415),
        ["POST /api/session/totp/enable"] = new("enableTotp", "session", "启用动态口令 · Switch one-time codes on", null, 204, 400, 415),
        ["POST /api/session/totp/disable"] = new("disableTotp", "session", "停用动态口令 · Switch one-time codes off", null, 204, 400, 415),
        ["GET /api/accounts"] = new("listAccounts", "accounts", "账号 · Accounts", typeof(IReadOnlyList<AccountView>), 200),
        ["POST /api/accounts"] = new("createAccount", "accounts", "新建账号 · A new account", typeof(IssuedPassword), 201, 400, 409, 415),
        ["POST /api/accounts/{user}/disable"] = new("disableAccount", "accounts", "停用账号 · Disable an account", typeof(AccountView), 200, 404, 409),
        ["POST /api/accounts/{user}/enable"] = new("enableAccount", "accounts", "恢复或解锁账号 · Enable or unlock an account", typeof(AccountView), 200, 404, 409),
        ["POST /api/accounts/{user}/password"] = new("resetPassword", "accounts", "重置口令 · Reset a password", typeof(IssuedPassword), 200, 404, 409),
        ["POST /api/accounts/{user}/totp/disable"] = new("disableTotpOf", "accounts", "停用他人的动态口令（丢了手机） · Switch somebody's one-time codes off", typeof(AccountView), 200, 400, 404, 409),
        ["POST /api/accounts/{user}/grant"] = new("grantRole", "accounts", "授予角色 · Grant a role", typeof(AccountView), 200, 400, 404, 409, 415),
        ["POST /api/accounts/{user}/revoke"] = new("revokeRole", "accounts", "收回角色 · Take a role back", typeof(AccountView), 200, 400, 404, 409, 415),
        ["GET /api/tokens"] = new("listTokens", "tokens", "接口令牌 · Tokens", typeof(IReadOnlyList<TokenView>), 200),
        ["POST /api/tokens"] = new("issueToken", "tokens", "签发令牌 · Issue a token", typeof(IssuedToken), 201, 400, 415),
        ["DELETE /api/tokens/{id}"] = new("revokeToken", "tokens", "吊销令牌 · Revoke a token", null, 204, 404),
        ["GET /api/audit"] = new("readAudit", "audit", "审计日志 · The audit log", typeof(AuditPage), 200, 400),
        ["GET /health/live"] = new("live", "health", "进程存活 · The process lives", typeof(HealthView), 200),
        ["GET /health/ready"] = new("ready", "health", "可以服务 · Its answers can be relied on", typeof(HealthView), 200),
    };

    public static OpenApiRoute? Find(string? method, string path) => All.GetValueOrDefault($"{method} {path}");
}
