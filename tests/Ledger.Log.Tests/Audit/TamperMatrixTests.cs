using System.Globalization;
using System.Text;
using Ledger.Log.Events;

namespace Ledger.Log.Tests.Audit;

/// <summary>
/// Everything a superuser of the database can do to a log, at random places of random logs: found each time, and the first
/// bad place named. <c>LEDGER_TAMPERINGS</c> asks for another number than the ten thousand of every run.
/// </summary>
public sealed class TamperMatrixTests
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("LEDGER_TAMPERINGS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 10_000;

    /// <summary>What is done at a place; says whether the place can be named to the leaf or only between two checkpoints.</summary>
    private static readonly (string Name, Func<SomeLog, int, Random, bool> Do)[] Tamperings =
    [
        ("a payload changed", (log, at, r) => Change(log, at, Payload(log.Events[at], r))),
        ("a time changed", (log, at, _) => Change(log, at, log.Events[at] with { At = log.Events[at].At.AddMicroseconds(1) })),
        ("a person changed", (log, at, _) => Change(log, at, log.Events[at] with { By = "另一人" })),
        ("a type changed", (log, at, _) => Change(log, at, log.Events[at] with { Type = "law_study_held" })),
        ("moved to another stream", (log, at, _) => Change(log, at, log.Events[at] with { Stream = Guid.Empty })),
        ("data that is no object", (log, at, _) => Change(log, at, log.Events[at] with { Data = "[1]"u8.ToArray() })),
        ("an event deleted", (log, at, _) => { log.Events.RemoveAt(at); return true; }),
        ("an event and its leaf deleted", (log, at, _) => { log.Events.RemoveAt(at); log.Leaves.RemoveAt(at); return at < log.Events.Count; }),
        ("an event deleted and the rest hashed anew", (log, at, _) => { log.Events.RemoveAt(at); log.Leaves.RemoveRange(at, log.Leaves.Count - at); log.Reseal(at); return false; }),
        ("the tail cut off", (log, at, _) => { log.Events.RemoveRange(at, log.Events.Count - at); log.Leaves.RemoveRange(at, log.Leaves.Count - at); return false; }),
        ("two events swapped", (log, at, _) => Swap(log, at)),
        ("two events swapped and hashed anew", (log, at, _) => { Swap(log, at); log.Reseal(Math.Min(at, log.Events.Count - 2)); return false; }),
        ("an event put in", (log, at, _) => { log.Events.Insert(at, log.Any(Gap(log, at))); return true; }),
        ("an event put in and the rest hashed anew", (log, at, _) => { log.Events.Insert(at, log.Any(Gap(log, at))); log.Reseal(at); return false; }),
        ("a payload changed and everything behind hashed anew", (log, at, r) => { log.Events[at] = Payload(log.Events[at], r); log.Reseal(at); return false; }),
        ("a leaf hashed anew alone", (log, at, r) => { log.Events[at] = Payload(log.Events[at], r); log.Leaves[at] = log.Leaves[at] with { Hash = EventLeaf.Hash(log.Events[at], log.Leaves[at].Salt) }; return false; }),
        ("a leaf's hash changed", (log, at, _) => { log.Leaves[at] = log.Leaves[at] with { Hash = log.Bytes(32) }; return true; }),
        ("a salt changed", (log, at, _) => { log.Leaves[at] = log.Leaves[at] with { Salt = new LeafSalt(log.Bytes(16)) }; return true; }),
        ("a leaf deleted", (log, at, _) => { log.Leaves.RemoveAt(at); return true; }),
        ("an old state put back and gone on from", (log, at, r) =>
        {
            var size = log.Events.Count;
            log.Events.RemoveRange(at, size - at);
            log.Leaves.RemoveRange(at, log.Leaves.Count - at);
            for (var i = at; i < size + 3; i++)
                log.Events.Add(log.Any(1000 + 3 * i));
            log.Reseal(at);
            return false;
        }),
    ];

    [Fact]
    public void a_log_that_nobody_touched_is_intact()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var found = new SomeLog(seed).Audit();
            Assert.True(found.Intact, $"seed {seed}: {string.Join("; ", found.Faults)}");
        }
    }

    [Fact]
    public void every_tampering_is_found_and_its_first_bad_place_named()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (name, tamper) = Tamperings[round % Tamperings.Length];
            var random = new Random(round);
            var log = new SomeLog(round);
            var at = random.Next(log.Events.Count);
            log.KeepOneBehind(at);
            var place = name.StartsWith("two events", StringComparison.Ordinal) ? Math.Min(at, log.Events.Count - 2) : at;
            var exact = tamper(log, at, random);
            var found = log.Audit();
            var said = $"round {round}, {name} at {place}: {string.Join("; ", found.Faults)}";
            Assert.False(found.Intact, said);
            var first = found.Faults[0];
            Assert.True(first.From <= place && place < first.To, said);
            Assert.True(!exact || first.To - first.From == 1, said);
        }
    }

    private static bool Change(SomeLog log, int at, EventRow changed)
    {
        log.Events[at] = changed;
        return true;
    }

    private static EventRow Payload(EventRow row, Random random) =>
        row with { Data = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(row.Data).Replace("consultation", $"training{random.Next(9)}", StringComparison.Ordinal)) };

    private static bool Swap(SomeLog log, int at)
    {
        var first = Math.Min(at, log.Events.Count - 2);
        var (one, other) = (log.Events[first], log.Events[first + 1]);
        (log.Events[first], log.Events[first + 1]) = (other with { Sequence = one.Sequence }, one with { Sequence = other.Sequence });
        return true;
    }

    /// <summary>A number just before an event's, which a rolled-back commit left free.</summary>
    private static long Gap(SomeLog log, int at) => log.Events[at].Sequence - 1;
}
