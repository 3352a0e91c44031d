using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Ledger.Api.Setup;

/// <summary>Makes the contract of what the endpoints show: names, refusals, parameters, and a path with its schema for each kind.</summary>
internal sealed class OpenApiContract : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "法治台账 · Ledger",
            Version = "v1",
            Description = "法治建设工作台账：登记、指标与年度报告。JSON 用 camelCase，代码用 kebab-case；登记与事项的未知字段一律拒绝，同一字段不得出现两次，值为 null 的字段等于未填。 · Activities, figures and the yearly report. JSON is camelCase, codes are kebab-case; of entries and matters unknown fields are refused, no field stands twice, a field that is null counts as left out.",
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        OpenApiProblems.Describe(document);
        OpenApiAccess.Describe(document);
        document.Components!.Schemas![OpenApiFields.Count] = OpenApiFields.OfCount();
        foreach (var kind in Catalogue.Kinds)
            document.AddComponent(kind.Code, OpenApiFields.Of(kind, document));
        foreach (var step in MatterCatalogue.Steps)
            document.AddComponent(OpenApiMatters.NameOf(step), OpenApiMatters.Of(step, document));
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, operation) in item.Operations ?? [])
                Describe(operation, $"{method.Method} {path}", document);
        }

        document.Paths = Arrange(document);
        document.Tags = Tags.Select(t => new OpenApiTag { Name = t.Key, Description = t.Value }).ToHashSet();
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiOperation operation, string name, OpenApiDocument document)
    {
        operation.Responses ??= [];
        operation.Responses.Remove("404");
        if (OpenApiRoute.All.GetValueOrDefault(name) is not { } route)
            return;
        operation.OperationId = route.Id;
        operation.Summary = route.Summary;
        operation.Description = null;
        operation.Tags = new HashSet<OpenApiTagReference> { new(route.Tag, document) };
        OpenApiParameters.Describe(operation, route, kinds: route.Id == "listKinds");
        OpenApiBodies.Describe(operation, name, document);
        Answer(operation, route);
        foreach (var status in route.Refusals.Concat(OpenApiAccess.Guard(operation, name, document)))
            operation.Responses[$"{status}"] = OpenApiProblems.Of(status, document);
        if (name == "GET /health/ready")
            operation.Responses["503"] = operation.Responses["200"];
        else if (route.Tag != "health")
        {
            foreach (var status in (int[])[406, 503])
                operation.Responses[$"{status}"] = OpenApiProblems.Of(status, document);
        }

        // No route takes a query with a NUL; none that changes anything takes a body of any length.
        operation.Responses["400"] = OpenApiProblems.Of(400, document);
        if (!name.StartsWith("GET ", StringComparison.Ordinal))
            operation.Responses["413"] = OpenApiProblems.Of(413, document);
    }

    private static void Answer(OpenApiOperation operation, OpenApiRoute route)
    {
        var responses = operation.Responses!;
        if (route.Files.Count > 0)
        {
            responses["200"] = new OpenApiResponse
            {
                Description = "文件 · The file",
                Content = route.Files.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } }),
            };
        }

        if (route.Status == 204)
        {
            responses.Remove("200");
            responses["204"] = new OpenApiResponse { Description = "完成 · Done" };
        }

        if (responses.GetValueOrDefault("201") is OpenApiResponse created)
        {
            created.Description = "已保存 · Saved";
            created.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["Location"] = new OpenApiHeader { Description = "新内容的地址 · Its address", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            };
        }

        if (route.Id is ("attachEvidence" or "attachMatterEvidence") && responses.GetValueOrDefault("201") is OpenApiResponse attached)
            responses["200"] = new OpenApiResponse { Description = "该文件已附在本登记上 · The entry already has this file", Content = attached.Content };
    }

    /// <summary>In the order of the contract, with one path for each kind in place of <c>{kind}</c>.</summary>
    private static OpenApiPaths Arrange(OpenApiDocument document)
    {
        var paths = new OpenApiPaths();
        foreach (var path in OpenApiRoute.All.Keys.Select(k => k[(k.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Concat(document.Paths.Keys.Order(StringComparer.Ordinal)).Distinct())
        {
            if (!document.Paths.TryGetValue(path, out var item))
                continue;
            if ($"POST {path}" == OpenApiRoute.LogEntry)
                AddKinds(paths, path, item.Operations![HttpMethod.Post], document);
            else if ($"POST {path}" == OpenApiRoute.OpenMatter)
                OpenApiMatters.AddKinds(paths, path, item.Operations![HttpMethod.Post], document);
            else
                paths.Add(path, item);
        }

        return paths;
    }

    private static void AddKinds(OpenApiPaths paths, string path, OpenApiOperation any, OpenApiDocument document)
    {
        foreach (var kind in Catalogue.Kinds)
        {
            var operation = new OpenApiOperation(any)
            {
                OperationId = $"log-{kind.Code}",
                Summary = $"登记{kind.Name} · Log: {kind.EnglishName}",
                Parameters = [.. any.Parameters!.Where(p => p.Name != "kind")],
                RequestBody = OpenApiBodies.Json(new OpenApiSchemaReference(kind.Code, document), OpenApiExamples.Of(kind)),
            };
            paths.Add(path.Replace("{kind}", kind.Code, StringComparison.Ordinal), new OpenApiPathItem { Operations = new() { [HttpMethod.Post] = operation } });
        }
    }

    private static readonly Dictionary<string, string> Tags = new()
    {
        ["units"] = "单位",
        ["kinds"] = "类别目录",
        ["entries"] = "登记",
        ["evidence"] = "佐证材料",
        ["matters"] = "事项",
        ["figures"] = "指标",
        ["tables"] = "表格导出与导入",
        ["years"] = "年度",
        ["reports"] = "年度报告",
        ["inspection"] = "检查档案",
        ["session"] = "登录",
        ["accounts"] = "账号与角色",
        ["tokens"] = "接口令牌",
        ["audit"] = "审计日志",
        ["health"] = "运行状态",
    };
}
