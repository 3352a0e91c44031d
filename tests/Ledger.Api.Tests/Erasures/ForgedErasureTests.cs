using System.Text;
using Ledger.Api.Entries;
using Ledger.Api.Erasures;
using Ledger.Api.Sealing;
using Ledger.Domain.Erasures;
using Ledger.Log.Audit;
using Ledger.Log.Events;
using Ledger.Log.Notes;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.Erasures;

/// <summary>A superuser of the database does to an event what an erasure does, without being allowed to: it is found.</summary>
public sealed class ForgedErasureTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private T The<T>() where T : notnull => ledger.App.Services.GetRequiredService<T>();

    [Theory]
    [InlineData("/adviser", "\"别的律师\"")]
    [InlineData("/service", "\"negotiation\"")]
    [InlineData("/occurredOn", "\"2022-03-01\"")]
    [InlineData("by", "\"另一人\"")]
    public async Task what_was_taken_out_without_an_order_is_found(string path, string instead)
    {
        var unit = await LoggedAsync();
        var (row, _) = await TakeOutAsync(unit, path, instead);
        var fault = Assert.Single(await FaultsAsync(unit));
        Assert.Equal((FaultKind.ErasedUnordered, row.Sequence, path), (fault.Kind, fault.Sequence, fault.Detail));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("another key")]
    [InlineData("of another unit")]
    public async Task an_order_that_the_logs_key_did_not_sign_orders_nothing(string seal)
    {
        var unit = await LoggedAsync();
        var (row, members) = await TakeOutAsync(unit, "/adviser", "\"别的律师\"");
        var order = new ErasureOrder("〔已删除〕", "本人申请", "head", "security", members, "");
        var signed = seal switch
        {
            "another key" => order.Signed(unit, new SigningKey(The<LogKeys>().OriginOf(unit), KeyUse.Note, new byte[32])),
            "of another unit" => order.Signed("another", The<LogKeys>().For("another")),
            _ => order,
        };
        await AppendAsync(unit, signed);
        Assert.Equal([FaultKind.ErasedUnordered, FaultKind.ErasureForged], (await FaultsAsync(unit)).Select(f => f.Kind).Order());
        Assert.Contains(await FaultsAsync(unit), f => f.Sequence == row.Sequence);
    }

    [Fact]
    public async Task a_signed_order_erases_no_member_that_figures_are_counted_by()
    {
        var unit = await LoggedAsync();
        var (row, members) = await TakeOutAsync(unit, "/service", "\"negotiation\"");
        await AppendAsync(unit, new ErasureOrder("〔已删除〕", "本人申请", "head", "security", members, null).Signed(unit, The<LogKeys>().For(unit)));
        Assert.Equal((FaultKind.ErasedUnordered, row.Sequence), Assert.Single((await FaultsAsync(unit)).Select(f => (f.Kind, f.Sequence))));
    }

    [Theory]
    [InlineData("update ledger.mt_events set data = jsonb_set(data, '{adviser}', '\"别的律师\"') where tenant_id = $1 and data ? 'adviser'", FaultKind.ErasedUnordered)]
    [InlineData("update ledger.mt_events set data = data - 'adviser' where tenant_id = $1 and data ? 'adviser'", FaultKind.ErasedUnordered)]
    [InlineData("update ledger.mt_events set data = jsonb_set(data, '{service}', '\"negotiation\"') where tenant_id = $1 and data ? 'adviser'", FaultKind.EventChanged)]
    [InlineData("update ledger.mt_events set data = data || '{\"hours\": 3}' where tenant_id = $1 and data ? 'adviser'", FaultKind.EventChanged)]
    [InlineData("update ledger.mt_events set data = jsonb_set(data, '{reason}', '\"别的理由\"') where tenant_id = $1 and type = 'personal_data_erased'", FaultKind.EventChanged)]
    public async Task what_stands_in_the_place_of_what_was_erased_is_not_changed_afterwards(string sql, FaultKind expected)
    {
        var unit = await LoggedAsync();
        Assert.NotNull(await The<ErasureOfName>().RunAsync(unit, "孙守法", "本人申请", "head", "security", Ct));
        Assert.Empty(await FaultsAsync(unit));
        await ledger.ScalarAsync<object>(sql, unit);
        Assert.Contains(await FaultsAsync(unit), f => f.Kind == expected);
    }

    private async Task<string> LoggedAsync()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogAsync(unit, "legal-service", new { occurredOn = "2023-03-01", service = "consultation", adviser = "孙守法" });
        await The<UnitLog>().AwaitSealedAsync(Ct);
        return unit;
    }

    /// <summary>By the program's own code, as somebody would who knows how.</summary>
    private async Task<(EventRow Row, IReadOnlyList<OrderedErasure> Members)> TakeOutAsync(string unit, string path, string instead)
    {
        await using var connection = await ledger.Database.OpenConnectionAsync(Ct);
        var (row, leaf) = (await PersonalEvents.FindAsync(connection, unit, "孙守法", Ct))[0];
        var redacted = Redaction.Of(row, leaf!.Salt, (p, _) => p == path ? instead : null)!;
        await ledger.ScalarAsync<object>("update ledger.mt_events set data = $2::jsonb, user_name = $3 where seq_id = $1", row.Sequence, Encoding.UTF8.GetString(redacted.Row.Data), redacted.Row.By!);
        await ledger.ScalarAsync<object>("update log.leaves set salt = null, shredded = $2::jsonb where seq = $1", row.Sequence, SealRows.Shredded(redacted.Salt));
        return (row, [.. redacted.Members.Select(m => new OrderedErasure(row.Sequence, m.Path, ErasureOrder.HashOf(Encoding.UTF8.GetBytes(m.Instead))))]);
    }

    private async Task AppendAsync(string unit, ErasureOrder order)
    {
        await using var session = ledger.Store.LightweightSession(unit);
        session.Events.StartStream<Erasure>(Guid.CreateVersion7(), new PersonalDataErased(
            order.StandIn, order.Reason, order.OrderedBy, order.ApprovedBy, [.. order.Members.Select(m => new ErasedMember(m.Seq, m.Path, m.Sha256))], order.Seal!));
        await session.SaveChangesAsync(Ct);
        await The<UnitLog>().AwaitSealedAsync(Ct);
    }

    private async Task<IReadOnlyList<LogFault>> FaultsAsync(string unit) =>
        (await new LogVerification(ledger.Database, The<LogKeys>(), The<EvidenceStore>()).RunAsync(unit, [], Ct)).Faults;
}
