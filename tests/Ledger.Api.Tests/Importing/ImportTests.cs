using System.Diagnostics;
using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Ledger.Api.Tests.Tables;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Tests.Importing;

/// <summary>A paper ledger comes in: looked at first, all of it or nothing, and never twice.</summary>
public sealed class ImportTests(LedgerFixture ledger)
{
    private const string Kind = "law-outreach";
    private const string Head = "发生日期*,标题,场所,发放资料（份）,到达村（社区、单位）,参加人员,备注\r\n";

    [Fact]
    public async Task a_template_is_valid_and_its_example_is_not_imported()
    {
        var unit = await ledger.NewUnitAsync(enforcement: true);
        foreach (var kind in Catalogue.Kinds)
        {
            var file = await ledger.FileAsync($"/api/units/{unit}/import/{kind.Code}.xlsx");
            using (var document = SpreadsheetDocument.Open(new MemoryStream(file), false))
                Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{kind.Code} {e.Path?.XPath}: {e.Description}"));
            var headings = TableText.Xlsx(file)[0];
            Assert.Equal(headings.Count, headings.Distinct().Count());
            var preview = (await ledger.PreviewAsync(unit, kind.Code, file)).Is(200);
            Assert.Empty(preview["rows"].EnumerateArray());
        }
    }

    [Fact]
    public async Task a_table_is_looked_at_confirmed_and_again_adds_nothing()
    {
        var unit = await ledger.NewUnitAsync();
        var file = Csv("2023-05-03,五月宣传,乡村,300,李庄村,群众 60", "2023-06-04,六月宣传,乡村,200,王庄村,", "2023-06-04,六月宣传,乡村,200,王庄村,");
        var preview = (await ledger.PreviewAsync(unit, Kind, file)).Is(200);
        Assert.Equal(3, preview["ready"].GetInt32());
        Assert.Contains("第4行与表中前面的一行完全相同，会各登记一项", preview["notes"].EnumerateArray().Select(n => n.GetString()));
        Assert.Empty((await ledger.EntriesAsync(unit)).Ids());

        var sha256 = preview["sha256"].GetString()!;
        Assert.Equal(3, (await ledger.ConfirmAsync(unit, Kind, sha256, file)).Is(200)["added"].GetInt32());
        Assert.Equal(700, await ledger.ValueAsync(unit, 2023, "law-outreach-leaflets"));
        var again = (await ledger.ConfirmAsync(unit, Kind, sha256, file)).Is(200);
        Assert.Equal((0, 3), (again["added"].GetInt32(), again["repeated"].GetInt32()));
        Assert.Equal(3, (await ledger.EntriesAsync(unit)).Ids().Count);

        var story = (await ledger.EntryAsync(unit, (await ledger.EntriesAsync(unit)).Ids()[^1])).GetProperty("history")[0];
        Assert.Equal((sha256, 2), (story.GetProperty("import").Text("sha256"), story.GetProperty("import").GetProperty("row").GetInt32()));
        Assert.StartsWith("测试（令牌", story.Text("by"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task who_confirms_at_once_from_two_places_imports_it_once()
    {
        var unit = await ledger.NewUnitAsync();
        var file = Csv([.. Enumerable.Range(1, 20).Select(i => $"2023-05-{i:00},第{i}场,乡村,{i},李庄村,")]);
        var sha256 = (await ledger.PreviewAsync(unit, Kind, file)).Is(200)["sha256"].GetString()!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ledger.ConfirmAsync(unit, Kind, sha256, file)));
        Assert.Equal(20, answers.Sum(a => a.Is(200)["added"].GetInt32()));
        Assert.Equal(20, (await ledger.EntriesAsync(unit)).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task every_fault_is_said_by_row_and_cell_and_nothing_is_imported()
    {
        var unit = await ledger.NewUnitAsync();
        var file = Csv("2023-05-03,好的一行,乡村,300,李庄村,", "明天吧,没有日期,乡村,约三百,李庄村,群众六十", ",缺日期,天上,3.5,,", "2023-02-30,没有这一天,乡村,-1,,");
        var preview = (await ledger.PreviewAsync(unit, Kind, file)).Is(200);
        Assert.Equal((1, 3), (preview["ready"].GetInt32(), preview["faulty"].GetInt32()));
        Assert.Equal(
            [
                "第3行 A列 发生日期：不是日期（明天吧），请写作 2023-05-03",
                "第3行 D列 发放资料：不是数字（约三百）",
                "第3行 F列 参加人员：看不懂（群众六十），请写作：领导班子 12",
                "第4行 A列 发生日期：请填写发生日期",
                "第4行 C列 场所：不在可选项之内（天上），应为：",
                "第4行 D列 发放资料：应为整数",
                "第5行 A列 发生日期：不是日期（2023-02-30），请写作 2023-05-03",
                "第5行 D列 发放资料：应在 0 到",
            ],
            preview["problems"].EnumerateArray().Select(p => p.Text("message")!).Order(StringComparer.Ordinal).Select(Short));
        (await ledger.ConfirmAsync(unit, Kind, preview["sha256"].GetString()!, file)).Refuses(422, "faulty-rows");
        Assert.Empty((await ledger.EntriesAsync(unit)).Ids());
        Assert.StartsWith("Row 3, column A", (await ledger.PreviewAsync(unit, Kind, file, "en"))["problems"][0].Text("message"), StringComparison.Ordinal);

        static string Short(string message) => message.Contains("应为：", StringComparison.Ordinal) ? message[..(message.IndexOf("应为：", StringComparison.Ordinal) + 3)]
            : message.Contains("应在 0 到", StringComparison.Ordinal) ? message[..(message.IndexOf('到', StringComparison.Ordinal) + 1)]
            : message;
    }

    [Fact]
    public async Task spellings_of_days_numbers_and_choices_are_understood()
    {
        var unit = await ledger.NewUnitAsync();
        var file = Csv(
            "2023-5-3,一一,乡村,３００,李庄村,群众60人", "2023/5/4, 二二 ,乡村,\"1,200\",李庄村、王庄村,群众：60", "2023.5.5,三三,village,300份,,干部职工 3；群众 5", "2023年5月6日,四四,乡村,300余,,",
            "２０２３－５－７,五五,乡村,不少于300,,", "20230508,六六,乡村,约300份,,", "2023-05-09 00:00:00,七七,乡村,,,");
        (await ledger.ImportAsync(unit, Kind, file)).Is(200);
        var items = (await ledger.EntriesAsync(unit)).GetProperty("items").EnumerateArray().Reverse().Select(i => i.GetProperty("activity")).ToList();
        Assert.Equal(Enumerable.Range(3, 7).Select(d => $"2023-05-{d:00}"), items.Select(i => i.Text("occurredOn")));
        Assert.Equal(["300", "1200", "300", "approximate", "at-least", "approximate", ""], items.Select(i => !i.TryGetProperty("leaflets", out var l) ? "" : l.ValueKind == System.Text.Json.JsonValueKind.Number ? l.GetRawText() : l.Text("precision")));
        Assert.Equal(["李庄村", "王庄村"], items[1].GetProperty("places").EnumerateArray().Select(p => p.GetString()));
        Assert.Equal("二二", items[1].Text("title"));
    }

    [Fact]
    public async Task what_looks_like_an_entry_is_asked_about()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogAsync(unit, Kind, new { occurredOn = "2023-05-03", scene = "village", title = "李庄村普法宣传活动", summary = "向群众讲解民法典和反诈知识", places = new[] { "李庄村" } });
        var same = Encoding.UTF8.GetBytes("发生日期,标题,场所,到达村,内容摘要\r\n2023-05-03,李庄村普法宣传活动,乡村,李庄村,向群众讲解民法典和反诈知识\r\n2023-05-03,县城广场宪法宣传,乡村,,\r\n2023-05-04,李庄村普法宣传活动,乡村,李庄村,\r\n");
        var preview = (await ledger.PreviewAsync(unit, Kind, same)).Is(200);
        Assert.Equal((2, 1), (preview["ready"].GetInt32(), preview["alike"].GetInt32()));
        var sha256 = preview["sha256"].GetString()!;
        (await ledger.ConfirmAsync(unit, Kind, sha256, same)).Refuses(409, "alike");
        (await ledger.ConfirmAsync(unit, Kind, sha256, same, "perhaps")).RefusesField("alike");
        var receipt = (await ledger.ConfirmAsync(unit, Kind, sha256, same, "skip")).Is(200);
        Assert.Equal((2, 1), (receipt["added"].GetInt32(), receipt["leftOut"].GetInt32()));
        Assert.Equal(1, (await ledger.ConfirmAsync(unit, Kind, sha256, same, "add")).Is(200)["added"].GetInt32());
    }

    [Fact]
    public async Task noise_around_a_paper_ledger_is_passed_over_and_said()
    {
        var unit = await ledger.NewUnitAsync();
        var file = Encoding.UTF8.GetBytes("某单位2023年普法台账,,,\r\n序号,发 生 日 期,场所（必填）,发放资料,备注\r\n1,2023-05-03,乡村,300,谁也不认识\r\n,,,,\r\n合计,,,300,\r\n示例,2023-05-03,乡村,300,\r\n");
        var preview = (await ledger.PreviewAsync(unit, Kind, file)).Is(200);
        Assert.Equal((2, 1, 1), (preview["headingRow"].GetInt32(), preview["ready"].GetInt32(), preview["passedOver"].GetInt32()));
        Assert.Contains("E列“备注”", Assert.Single(preview["notes"].EnumerateArray()).GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task hidden_rows_merged_cells_formulas_and_lost_digits_are_said()
    {
        var unit = await ledger.NewUnitAsync();
        var rows = Enumerable.Range(0, 5).Select(i => (IReadOnlyDictionary<string, object>)new Dictionary<string, object> { ["发生日期"] = new DateOnly(2023, 5, 1).AddDays(i), ["标题"] = $"第{i}场宣传", ["场所"] = "乡村", ["发放资料（份）"] = 100, ["内设机构"] = 1.2e17 });
        var file = new MemoryStream();
        file.Write(FilledTable.Of(await ledger.FileAsync($"/api/units/{unit}/import/{Kind}.xlsx"), [.. rows.Select((r, i) => i == 4 ? r : r.Where(c => c.Key != "内设机构").ToDictionary())]));
        using (var document = SpreadsheetDocument.Open(file, true))
        {
            var sheet = document.WorkbookPart!.WorksheetParts.Single(p => p.Worksheet!.Descendants<DataValidations>().Any()).Worksheet!;
            Row Row(uint number) => sheet.Descendants<Row>().Single(r => r.RowIndex! == number);
            Cell Leaflets(uint number) => Row(number).Elements<Cell>().Last();
            Row(3).Hidden = true;
            Leaflets(4).CellFormula = new CellFormula("SUM(1,99)");
            (Leaflets(5).DataType, Leaflets(5).CellValue) = (CellValues.Error, new CellValue("#REF!"));
            var column = Leaflets(6).CellReference!.Value!.TrimEnd('6');
            Leaflets(6).Remove();
            sheet.InsertAfter(new MergeCells(new MergeCell { Reference = $"{column}5:{column}6" }), sheet.Elements<SheetData>().Single());
        }

        var preview = (await ledger.PreviewAsync(unit, Kind, file.ToArray())).Is(200);
        Assert.Equal([(5, "公式出错"), (6, "是合并单"), (7, "长数字已")], preview["problems"].EnumerateArray().Select(p => (p.GetProperty("row").GetInt32(), p.Text("message")!.Split('：', 2)[1][..4])));
        Assert.Equal("第3行在表中是隐藏的，也会导入", Assert.Single(preview["notes"].EnumerateArray()).GetString());
        Assert.Equal(2, preview["ready"].GetInt32());
    }

    [Fact]
    public async Task a_frozen_year_asks_for_the_reason()
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.FreezeAsync(unit, 2023)).Is(201);
        var file = Csv("2023-05-03,五月宣传,乡村,300,李庄村,");
        Assert.Contains("补录原因", (await ledger.PreviewAsync(unit, Kind, file)).Is(200)["problems"][0].Text("message"), StringComparison.Ordinal);
        file = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file).Replace("备注", "补录原因", StringComparison.Ordinal).TrimEnd() + ",年底整理纸质台账\r\n");
        (await ledger.ImportAsync(unit, Kind, file)).Is(200);
    }

    [Fact]
    public async Task another_file_than_the_one_previewed_is_refused()
    {
        var unit = await ledger.NewUnitAsync();
        var preview = (await ledger.PreviewAsync(unit, Kind, Csv("2023-05-03,五月宣传,乡村,300,,"))).Is(200);
        (await ledger.ConfirmAsync(unit, Kind, preview["sha256"].GetString()!, Csv("2023-05-03,五月宣传,乡村,301,,"))).Refuses(409, "other-file");
    }

    public static TheoryData<string, int, string> Refused => new()
    {
        { "nothing", 400, "invalid" },
        { "picture", 415, "table-type" },
        { "xls", 415, "table-old" },
        { "encrypted", 415, "table-encrypted" },
        { "half", 422, "table-damaged" },
        { "no headings", 422, "no-headings" },
        { "other kind", 422, "missing-columns" },
        { "twice", 422, "double-columns" },
        { "long", 422, "table-too-long" },
        { "large", 413, "too-large" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task a_bad_file_is_refused_with_a_sentence(string what, int status, string code)
    {
        var unit = await ledger.NewUnitAsync();
        byte[] file = what switch
        {
            "nothing" => [],
            "picture" => [0x89, 0x50, 0x4E, 0x47, 0, 0],
            "xls" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]],
            "encrypted" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")],
            "half" => (await ledger.FileAsync($"/api/units/{unit}/import/{Kind}.xlsx"))[..2000],
            "no headings" => Encoding.UTF8.GetBytes("一,二\r\n三,四\r\n"),
            "other kind" => Encoding.UTF8.GetBytes("发生日期,标题\r\n2023-05-03,某事\r\n"),
            "twice" => Encoding.UTF8.GetBytes("发生日期,场所,场所\r\n"),
            "long" => Csv([.. Enumerable.Repeat("2023-05-03,五月宣传,乡村,300,李庄村,", 5001)]),
            _ => new byte[11 << 20],
        };
        var answer = await ledger.PreviewAsync(unit, Kind, file);
        answer.Refuses(status, code);
        Assert.Empty((await ledger.EntriesAsync(unit)).Ids());
    }

    [Fact]
    public async Task five_thousand_rows_are_imported_in_reasonable_time()
    {
        var unit = await ledger.NewUnitAsync();
        var kind = Catalogue.FindKind(Kind)!;
        var template = await ledger.FileAsync($"/api/units/{unit}/import/{Kind}.xlsx");
        var rows = Enumerable.Range(0, 5000).Select(i => (IReadOnlyDictionary<string, object>)new Dictionary<string, object>
        {
            ["发生日期"] = new DateOnly(2023, 1, 1).AddDays(i % 365),
            ["标题"] = $"第{i.ToString(CultureInfo.InvariantCulture)}场普法宣传",
            ["场所"] = kind.Fields.First(f => f.Name == "scene").Options[i % 3].Label,
            ["发放资料（份）"] = i % 500,
        }).ToList();
        var file = FilledTable.Of(template, rows);
        var clock = Stopwatch.StartNew();
        var preview = (await ledger.PreviewAsync(unit, Kind, file)).Is(200);
        var previewed = clock.Elapsed;
        Assert.Equal(5000, preview["ready"].GetInt32());
        Assert.Equal(5000, (await ledger.ConfirmAsync(unit, Kind, preview["sha256"].GetString()!, file)).Is(200)["added"].GetInt32());
        var confirmed = clock.Elapsed - previewed;
        Assert.Equal(5000, await ledger.ValueAsync(unit, 2023, "law-outreach"));
        TestContext.Current.SendDiagnosticMessage($"5 000 rows ({file.Length / 1024} KB): preview {previewed.TotalSeconds:0.0} s, import {confirmed.TotalSeconds:0.0} s, figures after {(clock.Elapsed - previewed - confirmed).TotalSeconds:0.0} s");
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 30);
    }

    private static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes(Head + string.Concat(rows.Select(r => r + "\r\n")));
}
