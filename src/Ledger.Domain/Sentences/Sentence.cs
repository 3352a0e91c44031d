using Ledger.Domain.Kinds;

namespace Ledger.Domain.Sentences;

/// <summary>
/// Reads a sentence such as 昨天到李庄村送法下乡，发资料300余份 and fills the form of the right kind, always for a person
/// to confirm. It follows the words of the catalogue only; what it does not understand it leaves alone.
/// </summary>
public static class Sentence
{
    /// <summary>Longest sentence read, in UTF-16 units.</summary>
    public const int Longest = 2000;

    private const int Alternatives = 4;
    private const double Least = 2.5;
    private const double Plain = 12;
    private const double Fallback = 0.05;

    /// <param name="text">The sentence as typed.</param>
    /// <param name="today">Today in China; nothing after it is filled in.</param>
    /// <returns>The readings, the likeliest first and at most four; none, with the problem, where the text is too long or marked as secret, and none for a text without words.</returns>
    public static (IReadOnlyList<Reading> Readings, IReadOnlyList<Problem> Problems) Read(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
            return ([], [new("text", $"最多 {Longest} 字，现有 {text.Length} 字", $"Takes at most {Longest} characters, has {text.Length}")]);
        var typed = TypedText.Of(text);
        if (ClassifiedMarks.Marks(text) || ClassifiedMarks.Marks(typed.Text))
            return ([], [ClassifiedMarks.Refusal("text")]);
        if (typed.Length == 0 || typed.Text.All(TypedText.IsMark))
            return ([], []);
        var readings = Likeliest(SentenceParts.Of(typed, today));
        return readings.SelectMany(r => r.Notes).Any(IsRefusal) ? ([], [ClassifiedMarks.Refusal("text")]) : (readings, []);
    }

    private static List<Reading> Likeliest(SentenceParts parts)
    {
        if (SecondActivity.In(parts) is not var (first, second))
            return Likeliest(parts, parts);
        // What was told first is logged first; the form of the other is a tap away.
        var (one, other) = (Likeliest(first, parts)[0], Likeliest(second, second)[0]);
        return one.Kind == other.Kind
            ? Likeliest(parts, parts)
            : [one with { Notes = [.. one.Notes, Another(second)] }, other with { Confidence = Math.Min(one.Confidence, other.Confidence) }];
    }

    private static Problem Another(SentenceParts second)
    {
        var said = second.Typed.Text.Trim('\n');
        return new("summary", $"“{said}”像是另一件事，请另记一条", $"“{said}” seems to be another activity; log it apart");
    }

    private static List<Reading> Likeliest(SentenceParts parts, SentenceParts whole)
    {
        var ranked = KindWords.All.Select(k => KindReading.Of(k, parts))
            .Where(r => r.Worth >= Least)
            .OrderByDescending(r => r.Worth)
            .Take(Alternatives)
            .ToList();
        if (ranked.Count == 0)
            return [KindReading.Of(Other, new KindScore(0, []), parts).Reading(whole, Fallback)];
        return [.. ranked.Select((r, i) => r.Reading(whole, ConfidenceOf(r.Worth, ranked[i == 0 ? Math.Min(1, ranked.Count - 1) : 0].Worth, ranked.Count)))];
    }

    private static double ConfidenceOf(double worth, double rival, int readings) =>
        Math.Round(Math.Min(1, worth / Plain) * (readings == 1 ? 1 : worth / (worth + rival)), 2);

    private static KindWords Other => KindWords.All.First(k => k.Kind.EventType == typeof(OtherWorkDone));

    private static bool IsRefusal(Problem problem) => problem.Message == ClassifiedMarks.Refusal("").Message;
}
