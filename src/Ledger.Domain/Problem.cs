namespace Ledger.Domain;

/// <summary>One thing wrong with what was sent: where, and what to do about it, in Chinese and English.</summary>
/// <param name="Path">Path of the field as it was sent: <c>participants[0].headcount</c>.</param>
/// <param name="Message">In Chinese, as staff read it.</param>
/// <param name="EnglishMessage">The same in English.</param>
public sealed record Problem(string Path, string Message, string EnglishMessage);
