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
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        // With a renderer of its own: the request's may be the one that just failed.
        await using var scope = http.RequestServices.CreateAsyncScope();
        var services = http.RequestServices;
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await Page.Of<ProblemPage>(new { Problem = problem }, problem.Status ?? http.Response.StatusCode).ExecuteAsync(http);
        }
        finally
        {
            // Whoever looks at the request afterwards finds it as it was.
            http.RequestServices = services;
        }
    }
}
