using Ledger.Api.Entries;

namespace Ledger.Api.Pages;

/// <summary>A chapter of an entry's history: a correction, which is two events, is told as one thing.</summary>
/// <param name="Step">What happened, when and by whom.</param>
/// <param name="Changes">What a correction changed.</param>
public sealed record EntryChapter(HistoryStep Step, IReadOnlyList<FieldChange> Changes)
{
    public bool IsVoid => Step.What == "reversed";

    public static IReadOnlyList<EntryChapter> Of(IReadOnlyList<HistoryStep> history, bool english)
    {
        ArgumentNullException.ThrowIfNull(history);
        var chapters = new List<EntryChapter>();
        for (var i = 0; i < history.Count; i++)
        {
            var step = history[i];
            if (step.What == "reversed" && i + 1 < history.Count && history[i + 1].What == "corrected")
            {
                var after = history[++i];
                chapters.Add(new(step with { What = "corrected", Version = after.Version }, FieldWords.Changes(step.Activity!, after.Activity!, english)));
            }
            else
            {
                chapters.Add(new(step, []));
            }
        }

        return chapters;
    }
}
