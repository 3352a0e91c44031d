using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledger.Api.Pages;

/// <summary>A page as the answer to a request: everything it shows was read before it is written.</summary>
public static class Page
{
    public static IResult Of<TPage>(object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(parameters) { StatusCode = status, PreventStreamingRendering = true };
}

/// <summary>The parts of a unit's space, as the navigation shows them.</summary>
public enum Section
{
    None,
    Home,
    Entries,
    Matters,
    Figures,
    Report,
    Verification,
}
