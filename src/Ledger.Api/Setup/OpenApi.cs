using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Ledger.Api.Setup;

/// <summary>The description of the whole API, each kind with its schema: derived from the endpoints and the catalogue, written once.</summary>
public static class OpenApi
{
    public const string Path = "/openapi/v1.json";
    private const string Name = "v1";

    public static IServiceCollection AddLedgerOpenApi(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Transient<IApiDescriptionProvider, OpenApiAnswers>());
        services.AddSingleton<OpenApiFile>();
        return services.AddOpenApi(Name, o =>
        {
            o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            o.ShouldInclude = d => d.RelativePath?.StartsWith("openapi", StringComparison.Ordinal) == false;
            o.AddSchemaTransformer(OpenApiSchemas.Refine);
            o.AddDocumentTransformer<OpenApiContract>();
        });
    }

    public static void MapLedgerOpenApi(this IEndpointRouteBuilder app) => app.MapGet(Path, async (OpenApiFile file, HttpContext http) =>
    {
        var (json, tag) = await file.ReadAsync();
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(json, "application/json; charset=utf-8", entityTag: tag);
    }).ExcludeFromDescription();

    /// <summary>The document as it is served; it does not change while the service runs.</summary>
    internal sealed class OpenApiFile(IServiceProvider services)
    {
        private readonly Lazy<Task<(byte[] Json, EntityTagHeaderValue Tag)>> _written = new(() => WriteAsync(services));

        public Task<(byte[] Json, EntityTagHeaderValue Tag)> ReadAsync() => _written.Value;

        private static async Task<(byte[], EntityTagHeaderValue)> WriteAsync(IServiceProvider services)
        {
            var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync();
            var json = Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
            return (json, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(json))[..32]}\""));
        }
    }
}
