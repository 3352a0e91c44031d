using System.Text.Json.Nodes;

namespace Ledger.Api.Tests.Entries;

/// <summary>Every refusal of the catalogue names the field, in Chinese unless English is asked for.</summary>
public sealed class RefusedFieldsTests(LedgerFixture ledger)
{
    [Theory]
    [InlineData("law-study", """{"occurredOn":"1999-12-31"}""", "occurredOn", "日期不能早于 2000-01-01", "must not be before 2000-01-01")]
    [InlineData("law-study", """{"occurredOn":"2023-2-1"}""", "occurredOn", "日期应写作", "A date is written")]
    [InlineData("law-study", """{"occurredOn":"2023-02-30"}""", "occurredOn", "日期应写作", "A date is written")]
    [InlineData("law-study", """{"occurredOn":20230201}""", "occurredOn", "日期应写作", "A date is written")]
    [InlineData("law-study", """{"occurredOn":null}""", "occurredOn", "请填写发生日期", "Date is required")]
    [InlineData("law-study", """{"endedOn":"2023-02-28"}""", "endedOn", "结束日期不能早于发生日期", "must not be before the date")]
    [InlineData("law-study", """{"form":"dance"}""", "form", "应为以下之一", "Must be one of")]
    [InlineData("law-study", """{"form":3}""", "form", "应为以下之一", "Must be one of")]
    [InlineData("law-study", """{"form":"Lecture"}""", "form", "应为以下之一", "Must be one of")]
    [InlineData("law-study", """{"form":null}""", "form", "请填写学法形式", "Form is required")]
    [InlineData("law-study", """{"colour":"red"}""", "colour", "没有这个字段", "no such field")]
    [InlineData("law-study", """{"kind":"law-exam"}""", "kind", "没有这个字段", "no such field")]
    [InlineData("law-study", """{"expected":-1}""", "expected", "应在 0 到 100000 之间", "Must lie between 0 and 100000")]
    [InlineData("law-study", """{"expected":100001}""", "expected", "应在 0 到 100000 之间", "Must lie between 0 and 100000")]
    [InlineData("law-study", """{"expected":2.5}""", "expected", "应为整数", "whole number")]
    [InlineData("law-study", """{"expected":1e40}""", "expected", "应为整数", "whole number")]
    [InlineData("law-study", """{"expected":"20"}""", "expected", "应为整数", "whole number")]
    [InlineData("law-study", """{"expected":20,"attended":21}""", "attended", "实到人数不能大于应到人数", "Attended must not exceed Expected")]
    [InlineData("law-study", """{"hours":40.5}""", "hours", "应在 0 到 40 之间", "between 0 and 40")]
    [InlineData("law-study", """{"hours":0.3}""", "hours", "应为 0.5 的倍数", "multiple of 0.5")]
    [InlineData("law-study", """{"hours":true}""", "hours", "应为数字", "Must be a number")]
    [InlineData("law-study", """{"title":"学"}""", "title", "字数应在 2 到 60 之间，现有 1 字", "2 to 60 characters, has 1")]
    [InlineData("law-study", """{"title":"   "}""", "title", "不能为空", "Must not be empty")]
    [InlineData("law-study", """{"title":7}""", "title", "应为文字", "Must be text")]
    [InlineData("law-study", """{"title":"响铃\u0007"}""", "title", "控制字符", "control characters")]
    [InlineData("law-study", """{"title":"空\u0000字"}""", "title", "控制字符", "control characters")]
    [InlineData("law-study", """{"role":"guest"}""", "role", "应为以下之一", "Must be one of")]
    [InlineData("law-study", """{"laws":"民法典"}""", "laws", "应为列表", "Must be a list")]
    [InlineData("law-study", """{"laws":["民法典",5]}""", "laws[1]", "应为文字", "Must be text")]
    [InlineData("law-study", """{"participants":{}}""", "participants", "应为列表", "Must be a list")]
    [InlineData("law-study", """{"participants":["all"]}""", "participants[0]", "应为 JSON 对象", "Must be a JSON object")]
    [InlineData("law-study", """{"participants":[{"group":"staff","headcount":3,"name":"张三"}]}""", "participants[0].name", "没有这个字段", "no such field")]
    [InlineData("law-study", """{"participants":[{"group":"staff","headcount":-3}]}""", "participants[0].headcount", "应在 0 到", "between 0 and")]
    [InlineData("law-study", """{"participants":[{"group":"staff","headcount":1},{"group":"cats","headcount":1}]}""", "participants[1].group", "应为以下之一", "Must be one of")]
    [InlineData("law-exam", """{"took":20,"passed":21}""", "passed", "合格人数不能大于参考人数", "Passed must not exceed Took")]
    [InlineData("law-exam", """{"took":31,"expected":30}""", "took", "参考人数不能大于应考人数", "Took must not exceed Expected")]
    [InlineData("law-outreach", """{"audience":{"value":10}}""", "audience.precision", "请填写精确程度", "Precision is required")]
    [InlineData("law-outreach", """{"audience":{"value":1.5,"precision":"exact"}}""", "audience.value", "应为整数", "whole number")]
    [InlineData("law-outreach", """{"audience":{"value":10,"precision":"vague"}}""", "audience.precision", "应为以下之一", "Must be one of")]
    [InlineData("law-outreach", """{"audience":"许多"}""", "audience", "应为整数", "whole number")]
    [InlineData("other-work", """{"counters":[{"name":"走访","unit":"次"}]}""", "counters[0].value", "请填写数量", "Value is required")]
    [InlineData("other-work", """{"counters":[{"name":"走访","unit":"次","value":-5}]}""", "counters[0].value", "应在 0 到", "between 0 and")]
    [InlineData("disclosure-request", """{"receivedOn":"2023-03-02"}""", "receivedOn", "不能晚于发生日期", "must not be after Date")]
    [InlineData("disclosure-request", """{"onTime":"yes"}""", "onTime", "应为 true 或 false", "true or false")]
    [InlineData("law-study", """{"openness":"机密"}""", "openness", "不得登记绝密、机密、秘密内容", "State secrets")]
    [InlineData("law-study", """{"openness":"secret"}""", "openness", "不得登记绝密、机密、秘密内容", "State secrets")]
    [InlineData("law-study", """{"summary":"密级：秘密"}""", "summary", "不得登记绝密、机密、秘密内容", "State secrets")]
    [InlineData("law-study", """{"documentNo":"机密★10年"}""", "documentNo", "不得登记绝密、机密、秘密内容", "State secrets")]
    [InlineData("law-study", """{"laws":["民法典","【绝密】"]}""", "laws[1]", "不得登记绝密、机密、秘密内容", "State secrets")]
    public async Task a_field_at_fault_is_named(string kind, string fault, string path, string message, string english)
    {
        var unit = await ledger.NewUnitAsync();
        var body = Right(kind);
        foreach (var member in JsonNode.Parse(fault)!.AsObject())
            body[member.Key] = member.Value?.DeepClone();
        await RefusesAsync($"/api/units/{unit}/entries/{kind}", body.ToJsonString(), path, message, english);
        // The same holds within a correction, under the path it has there.
        var id = await ledger.LogAsync(unit, kind, Right(kind).ToJsonString());
        var correction = new JsonObject { ["version"] = 1, ["reason"] = "登记有误", ["activity"] = body };
        await RefusesAsync($"/api/units/{unit}/entries/{id}/correct", correction.ToJsonString(), $"activity.{path}", message, english);
    }

    [Fact]
    public async Task a_member_that_stands_twice_is_refused()
    {
        var unit = await ledger.NewUnitAsync();
        const string twice = """{"occurredOn":"2023-03-01","form":"lecture","form":"online"}""";
        await RefusesAsync($"/api/units/{unit}/entries/law-study", twice, "form", "字段重复", "stands twice");
    }

    [Fact]
    public async Task all_faults_are_named_at_once()
    {
        var unit = await ledger.NewUnitAsync();
        var answer = await ledger.PostAsync($"/api/units/{unit}/entries/law-exam", """{"occurredOn":"yesterday","name":"","took":"x","colour":1}""");
        answer.Refuses(400, "invalid");
        Assert.Equal(["colour", "expected", "name", "occurredOn", "passed", "took"], answer.Errors.Select(e => e.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("title", 60)]
    [InlineData("summary", 2000)]
    [InlineData("place", 100)]
    public async Task a_text_is_measured_in_characters_as_people_count_them(string field, int limit)
    {
        var unit = await ledger.NewUnitAsync();
        // 𠮷 lies beyond the basic plane: two chars in .NET, four bytes in UTF-8, one character on paper.
        var body = Right("law-study");
        body[field] = string.Concat(Enumerable.Repeat("𠮷", limit));
        await ledger.LogAsync(unit, "law-study", body.ToJsonString());
        body[field] += "𠮷";
        await RefusesAsync($"/api/units/{unit}/entries/law-study", body.ToJsonString(), field, $"现有 {limit + 1} 字", $"has {limit + 1}");
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "没有这个字段")]
    [InlineData("en-GB,en;q=0.9,zh;q=0.5", "There is no such field")]
    [InlineData("en;q=0.3,zh-CN;q=0.7", "没有这个字段")]
    [InlineData("fr-FR,*;q=0.5", "没有这个字段")]
    [InlineData(";;;not a language", "没有这个字段")]
    public async Task the_language_is_the_one_preferred(string language, string message)
    {
        var unit = await ledger.NewUnitAsync();
        var body = Right("law-study");
        body["colour"] = "red";
        var answer = await ledger.PostAsync($"/api/units/{unit}/entries/law-study", body.ToJsonString(), language: language);
        Assert.Equal(message, Assert.Single(answer.Refuses(400, "invalid").Errors).Message);
    }

    private async Task RefusesAsync(string url, string body, string path, string message, string english)
    {
        var answer = (await ledger.PostAsync(url, body)).RefusesField(path);
        Assert.Contains(message, answer.Errors[0].Message, StringComparison.Ordinal);
        answer = (await ledger.PostAsync(url, body, language: "en")).RefusesField(path);
        Assert.Contains(english, answer.Errors[0].Message, StringComparison.Ordinal);
    }

    private static JsonObject Right(string kind) => JsonNode.Parse(kind switch
    {
        "law-study" => """{"occurredOn":"2023-03-01","form":"lecture"}""",
        "law-exam" => """{"occurredOn":"2023-03-01","name":"宪法知识测试","expected":30,"took":30,"passed":20}""",
        "law-outreach" => """{"occurredOn":"2023-03-01","scene":"village"}""",
        "other-work" => """{"occurredOn":"2023-03-01","category":"法律顾问续聘"}""",
        _ => """{"occurredOn":"2023-03-01","receivedOn":"2023-02-01"}""",
    })!.AsObject();
}
