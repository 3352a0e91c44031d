using Ledger.Api.Entries;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Npgsql;

namespace Ledger.Api.Setup;

/// <summary>
/// What projections made of the events belongs to the build that made it. Another build makes it again from the first event:
/// neither the shape of a table nor a way of counting outlives an upgrade.
/// </summary>
internal static class Derived
{
    private const string Cards = $"{Store.Schema}.mt_doc_entrycard";

    private const string Sql = $"""
        drop table if exists {Cards}, {Store.Schema}.mt_doc_yearbook, {Store.Schema}.mt_doc_yearbookcheckpoint, {Store.Schema}.mt_doc_verifiedbook;
        drop table if exists {EntryCounts.Table}, {EntryCounts.OfFigures}, {EntryCounts.OfMonths};
        do $$ begin
            if to_regclass('{Store.Schema}.mt_event_progression') is not null then
                delete from {Store.Schema}.mt_event_progression where name in ('{YearBooks.Name}:All', '{nameof(EntryCards)}:All');
            end if;
        end $$;
        """;

    /// <summary>Takes it away in one commit; the projections begin again at the first event.</summary>
    public static async Task DropAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Says on the way how far the projections have come; returns once they have caught up, stand still, or the service stops.</summary>
    public static async Task CatchUpAsync(Freshness freshness, Action<string> say, CancellationToken stopping)
    {
        var (before, still) = (-1L, 0);
        // Less than two seconds of it are not worth a word.
        for (var look = 0; still < 120 && !stopping.IsCancellationRequested; look++)
        {
            var (newest, cards) = await freshness.ProgressAsync(nameof(EntryCards), CancellationToken.None);
            var (_, books) = await freshness.ProgressAsync(YearBooks.Name, CancellationToken.None);
            var reached = Math.Min(cards, books);
            if (reached >= newest)
                return;
            if (look % 16 == 15)
                say($"由事件重算台账：{reached} / {newest} | working the ledger out again from its events");
            still = reached == before ? still + 1 : 0;
            before = reached;
            await Task.Delay(125, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
