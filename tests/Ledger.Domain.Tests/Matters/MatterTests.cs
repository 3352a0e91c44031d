using CsCheck;
using Ledger.Domain.Figures;
using Ledger.Domain.Matters;

namespace Ledger.Domain.Tests.Matters;

/// <summary>What holds of every matter, whatever happens to it and in whatever order.</summary>
public sealed class MatterTests
{
    public static TheoryData<string> Codes => [.. MatterCatalogue.Kinds.Select(m => m.Code)];

    /// <summary>The model: a bag of the steps that stand, added to and taken from as the events say.</summary>
    [Theory, MemberData(nameof(Codes))]
    public void what_stands_is_what_was_taken_and_not_taken_back(string code) => MatterStory.Of(MatterCatalogue.Find(code)!).Sample(events =>
    {
        var model = new List<string>();
        foreach (var e in events)
        {
            if (e is MatterStep step)
                model.Add(CanonicalJson.Sha256(step));
            else if (e is MatterStepReversed reversed)
                Assert.True(model.Remove(CanonicalJson.Sha256(reversed.Step)), "what is taken back was taken before, word for word");
        }

        var matter = MatterStory.Fold(events);
        Assert.Equal(model.Order(), matter.Standing.Select(t => CanonicalJson.Sha256(t.Step)).Order());
        Assert.Equal(events.Count, matter.Version);
        Assert.Equal(model.Count == 0, matter.Void);
    }, iter: 60);

    [Theory, MemberData(nameof(Codes))]
    public void every_step_states_what_the_matter_says(string code) => MatterStory.Of(MatterCatalogue.Find(code)!).Sample(events =>
    {
        var state = MatterStory.Fold(events).State;
        Assert.All(state.Steps, step => Assert.Equal(CanonicalJson.Sha256(step.State(state)), CanonicalJson.Sha256(step)));
    }, iter: 60);

    [Theory, MemberData(nameof(Codes))]
    public void the_figures_are_those_of_the_steps_that_stand(string code) => MatterStory.Of(MatterCatalogue.Find(code)!).Sample(events =>
    {
        var standing = MatterStory.Fold(events).Standing.Select(t => t.Step);
        Assert.Equal(Text(Figures.EntryStory.Books(standing)), Text(Figures.EntryStory.Books(events)));
    }, iter: 60);

    [Theory, MemberData(nameof(Codes))]
    public void a_matter_that_is_over_has_nothing_coming_and_nothing_due(string code) => MatterStory.Of(MatterCatalogue.Find(code)!).Sample(events =>
    {
        var matter = MatterStory.Fold(events);
        var due = matter.State.Deadlines().ToList();
        Assert.All(due, d => Assert.NotEmpty(d.Text));
        if (!matter.Open)
            Assert.Null(matter.State.Upcoming);
        Assert.All(matter.Definition.Steps.SelectMany(s => s.Guards), g => Assert.NotEmpty(g.Source));
        Assert.All(matter.State.Steps, step => Assert.All(Matter.Warns(matter.State, step), g => Assert.NotEmpty(g.Message)));
    }, iter: 40);

    private static List<string> Text(Dictionary<int, YearBook> books) =>
        [.. books.SelectMany(b => b.Value.Cells.Select(c => $"{b.Key} {c.Key} = {c.Value.Sum:0.##} of {c.Value.Entries}")).Order(StringComparer.Ordinal)];
}
