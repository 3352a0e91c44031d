using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace Ledger.Api.Setup;

/// <summary>Says what a route answers with where its code only says that it answers, so that the schemas come from the types.</summary>
internal sealed class OpenApiAnswers : IApiDescriptionProvider
{
    /// <summary>The lowest comes last on the way back, when every other provider has spoken.</summary>
    public int Order => int.MinValue;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
        foreach (var description in context.Results)
        {
            // Refusals are the same for all routes and are described once.
            foreach (var other in description.SupportedResponseTypes.Where(r => r.StatusCode >= 400).ToList())
                description.SupportedResponseTypes.Remove(other);
            if (OpenApiRoute.Find(description.HttpMethod, "/" + description.RelativePath?.TrimStart('/')) is not { } route)
                continue;
            description.SupportedResponseTypes.Clear();
            if (route.Answer is not { } answer)
                continue;
            description.SupportedResponseTypes.Add(new ApiResponseType
            {
                StatusCode = route.Status,
                Type = answer,
                ApiResponseFormats = [new ApiResponseFormat { MediaType = "application/json" }],
            });
        }
    }
}
