using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

/// <summary>How much a guard's warning weighs.</summary>
public enum Severity
{
    [Label("法定", "Statutory")] High,
    [Label("政策", "Policy")] Medium,
    [Label("惯例", "Practice")] Low,
}

/// <summary>
/// What ought to hold when a step is taken. Where it does not, a reason is asked for and kept in the event; what really
/// happened can always be recorded.
/// </summary>
/// <param name="Code">Under which the reason is given.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Source">The article or practice behind it: 暂行条例第15条.</param>
/// <param name="Message">What is amiss, in Chinese.</param>
/// <param name="EnglishMessage">The same in English.</param>
/// <param name="Step">The event of the step it stands before.</param>
/// <param name="Raised">Whether it warns, of the matter before the step and the step.</param>
public sealed record Guard(
    string Code, Severity Severity, string Source, string Message, string EnglishMessage, Type Step, Func<MatterState, MatterStep, bool> Raised)
{
    public static Guard Of<TMatter, TStep>(
        string code, Severity severity, string source, string message, string englishMessage, Func<TMatter, TStep, bool> raised)
        where TMatter : MatterState
        where TStep : MatterStep =>
        new(code, severity, source, message, englishMessage, typeof(TStep), (matter, step) => raised((TMatter)matter, (TStep)step));
}
