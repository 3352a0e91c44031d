using CsCheck;
using JasperFx.Events;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Tests.Kinds;

namespace Ledger.Domain.Tests.Figures;

/// <summary>The sum laws across the units of a county, over random joint activities and whatever becomes of them.</summary>
public sealed class JointFiguresTests
{
    private static readonly string[] Units = ["a", "b", "c", "d"];

    private static readonly Gen<JointUnit[]> Joint = Gen.Select(Gen.Int[0, 3], Gen.Shuffle(Units, 3), Gen.Bool.Array[3], (many, units, roles) =>
        units.Take(many).Zip(roles, (unit, co) => new JointUnit { Unit = unit, Role = co ? JointRole.CoHost : JointRole.Participant }).ToArray());

    /// <summary>An entry logged by a unit with others: corrected, declined and accepted, merged and parted, in the end perhaps void.</summary>
    private static readonly Gen<(string Host, IReadOnlyList<object> Events)> Story = Gen.Select(
        Gen.OneOf<Activity>([.. Catalogue.Kinds.Select(ActivityGen.Of)]).Array[1, 4], Joint, Gen.Int[0, 3], Gen.Int[0, 4].Array[0, 5], (said, joint, host, steps) =>
        {
            var named = joint.Where(u => u.Unit != Units[host]).ToList();
            var entry = new Entry();
            var events = new List<object>();
            var at = 0;
            Take([Of(said[at])]);
            foreach (var step in steps)
                Take(Next(step));
            return (Units[host], (IReadOnlyList<object>)events);

            Activity Of(Activity activity) => activity with { JointUnits = named.Where(u => !entry.Declined.Contains(u)).ToList() is { Count: > 0 } left ? left : null };

            void Take(IEnumerable<object?> happened)
            {
                foreach (var e in happened.OfType<object>())
                {
                    events.Add(e);
                    entry = entry.Evolve(Happened(e, Units[host], events.Count));
                }
            }

            object?[] Next(int step) => (entry.Status, step) switch
            {
                (EntryStatus.Void, _) => [],
                (EntryStatus.Merged, _) => [entry.Part("撤销")],
                (_, 0) => [.. entry.Correct(Of(said[++at % said.Length]), ReversalReason.WrongField, "更正")],
                (_, 1) => [named.Count > 0 ? entry.Decline(named[0].Unit, "未参与") : null],
                (_, 2) => [named.Count > 0 ? entry.Accept(named[0].Unit, "参与了") : null],
                (_, 3) => [entry.Merge(Guid.Empty, "重复")],
                _ => [entry.Void(ReversalReason.NotHappened, "作废")],
            };
        });

    private static readonly Gen<(string Host, IReadOnlyList<object> Events)[]> Stories = Story.Array[0, 10];

    [Fact]
    public void the_county_is_the_sum_of_its_units_without_the_joint_overlap() => Stories.Sample(stories =>
    {
        var books = Books(stories.SelectMany(s => s.Events.Select(e => (s.Host, e))));
        foreach (var year in books.Keys.Select(k => k.Year).Distinct())
        {
            var units = books.Where(b => b.Key.Year == year).ToDictionary(b => b.Key.Unit, b => b.Value);
            var county = CountyBook.Of(year, units);
            // Each activity once, as if the county were one unit that had logged them all with nobody joint.
            var once = Books(stories.SelectMany(s => s.Events.Select(e => ("county", Alone(e)))).Where(e => e.Item2 is not null).Select(e => (e.Item1, e.Item2!)));
            Assert.Equal(Text(once.GetValueOrDefault(("county", year))?.Cells), Text(county.Book.Cells));
            foreach (var cell in units.Values.SelectMany(b => b.Cells.Keys).Distinct())
                Assert.Equal(units.Values.Sum(b => b.Cells.GetValueOrDefault(cell).Sum) - county.Overlap(cell), county.Book.Cells.GetValueOrDefault(cell).Sum);
        }
    }, iter: 300);

    [Fact]
    public Task the_offline_fold_finds_every_units_book_and_its_shares() => Stories.SampleAsync(async stories =>
    {
        var events = stories.SelectMany(s => s.Events.Select(e => (s.Host, e))).ToList();
        var fold = await ExportText.FoldAsync(ExportText.Closed(events
            .Select((e, i) => ExportText.Event(i + 1, e.e.GetType().GetEventTypeName(), System.Text.Json.JsonSerializer.Serialize(e.e, e.e.GetType(), LedgerJson.Options), e.Host))
            .Prepend(ExportText.HeadOfCatalogue(Units))));
        var offline = fold.Units.SelectMany(u => u.Value.SelectMany(y => y.Value.Cells.Select(c => $"{u.Key} {y.Key} {c.Key} = {c.Value.Sum:0.##} of {c.Value.Entries}, {c.Value.Inexact}")));
        var projected = Books(events).SelectMany(b => b.Value.Cells.Concat(b.Value.Shared.Select(c => KeyValuePair.Create(Cell.Joint(c.Key), c.Value)))
            .Select(c => $"{b.Key.Unit} {b.Key.Year} {c.Key} = {c.Value.Sum:0.##} of {c.Value.Entries}, {c.Value.Inexact}"));
        Assert.Equal(projected.Order(StringComparer.Ordinal), offline.Order(StringComparer.Ordinal));
    }, iter: 200);

    [Fact]
    public void what_the_host_makes_void_is_gone_from_every_book() => Story.Sample(story =>
    {
        var entry = story.Events.Aggregate(new Entry(), (current, e) => current.Evolve(Happened(e, story.Host, 1)));
        var events = story.Events.Concat(entry.Stands ? [entry.Void(ReversalReason.NotHappened, "作废")] : []);
        Assert.All(Books(events.Select(e => (story.Host, e))), b => Assert.Empty(Text(b.Value.Cells) + Text(b.Value.Shared)));
    }, iter: 300);

    [Fact]
    public void the_order_across_entries_does_not_matter() => Gen.Select(Stories, Gen.Int[0, 9]).Sample((stories, by) =>
    {
        var turned = stories.Skip(by).Concat(stories.Take(by)).ToList();
        string Of(IEnumerable<(string Host, IReadOnlyList<object> Events)> told) => string.Join('\n', Books(told.SelectMany(s => s.Events.Select(e => (s.Host, e))))
            .Where(b => b.Value.Cells.Count > 0).OrderBy(b => b.Key.Unit).ThenBy(b => b.Key.Year).Select(b => $"{b.Key}: {Text(b.Value.Cells)} / {Text(b.Value.Shared)}"));
        Assert.Equal(Of(stories), Of(turned));
    }, iter: 200);

    private static object? Alone(object e) => e switch
    {
        Activity activity => activity with { JointUnits = null },
        EntryReversed reversed => reversed with { Activity = reversed.Activity with { JointUnits = null } },
        EntryMerged merged => merged with { Activity = merged.Activity with { JointUnits = null } },
        EntryParted parted => parted with { Activity = parted.Activity with { JointUnits = null } },
        _ => null,
    };

    private static Dictionary<(string Unit, int Year), YearBook> Books(IEnumerable<(string Host, object Data)> events)
    {
        var books = new Dictionary<(string, int), YearBook>();
        var sequence = 0L;
        foreach (var (host, data) in events)
        {
            var e = Happened(data, host, ++sequence);
            foreach (var unit in YearBookEvents.UnitsOf(e))
            {
                var year = YearBookEvents.YearOf(data)!.Value;
                books[(unit, year)] = (books.GetValueOrDefault((unit, year)) ?? YearBook.Empty(year) with { Unit = unit }).Apply(e);
            }
        }

        return books;
    }

    private static IEvent Happened(object data, string unit, long sequence)
    {
        var e = (IEvent)Activator.CreateInstance(typeof(Event<>).MakeGenericType(data.GetType()), data)!;
        (e.TenantId, e.Sequence, e.Version) = (unit, sequence, sequence);
        return e;
    }

    private static string Text(IEnumerable<KeyValuePair<string, Tally>>? cells) =>
        string.Join('\n', (cells ?? []).Select(c => $"{c.Key} = {c.Value.Sum:0.##} of {c.Value.Entries}, {c.Value.Inexact}").Order(StringComparer.Ordinal));
}
