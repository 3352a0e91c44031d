using Microsoft.Net.Http.Headers;

namespace Ledger.Api.Pages;

/// <summary>A refusal as a page, for people who came with a browser; everyone else gets problem+json.</summary>
public sealed class ProblemPages : IProblemDetailsWriter
{
    private static readonly MediaTypeHeaderValue Html = new("text/html");

    public bool CanWrite(ProblemDetailsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.HttpContext.Request;
        return PageHeaders.IsPage(request.Path)
            && request.GetTypedHeaders().Accept.Any(a => a.MatchesAllTypes is false && Html.IsSubsetOf(a));
    }

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var problem = context.ProblemDetails;
        await Page.Of<ProblemPage>(new { Problem = problem }, problem.Status ?? context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext);
    }
}
