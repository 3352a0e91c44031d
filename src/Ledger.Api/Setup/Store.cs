using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using JasperFx.MultiTenancy;
using Ledger.Api.Access;
using Ledger.Api.Backups;
using Ledger.Api.Calendars;
using Ledger.Api.Erasures;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Matters;
using Ledger.Domain.Reports;
using Ledger.Domain.Rules;
using Ledger.Domain.SelfInspections;
using Ledger.Domain.Units;
using Ledger.Domain.Years;
using Marten;
using Npgsql;
using Weasel.Core;
using Wolverine.Marten;

namespace Ledger.Api.Setup;

/// <summary>The event store: streams per entry, units as tenants, figures kept current behind the log.</summary>
public static class Store
{
    public const string Schema = "ledger";

    public static IServiceCollection AddLedgerStore(this IServiceCollection services)
    {
        var bell = new AppendBell();
        services.AddSingleton(bell);
        services.AddMarten(s =>
            {
                var o = new StoreOptions();
                var owner = s.GetRequiredService<NpgsqlDataSource>();
                o.Connection(owner);
                o.Tenancy = new UnitTenancy(o, owner, s.GetRequiredService<UnitDatabase>());
                Configure(o, bell);
                return o;
            })
            .UseLightweightSessions()
            .IntegrateWithWolverine(w =>
            {
                w.MessageStorageSchemaName = "wolverine";
                w.UseWolverineManagedEventSubscriptionDistribution = true;
            });
        return services;
    }

    /// <summary>All of the store but where it is; verbs that need no bus open it with this alone.</summary>
    public static void Configure(StoreOptions o, AppendBell bell)
    {
        o.DatabaseSchemaName = Schema;
        o.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
        o.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, json => LedgerJson.Configure(json));

        o.Events.TenancyStyle = TenancyStyle.Conjoined;
        o.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        o.Events.UseMandatoryStreamTypeDeclaration = true;
        o.Events.UseExclusiveLockOnConcurrentAppends = true;
        o.Events.AutoDiscoverTagTypes = false;
        o.Events.MetadataConfig.CorrelationIdEnabled = true;
        o.Events.MetadataConfig.CausationIdEnabled = true;
        o.Events.MetadataConfig.UserNameEnabled = true;
        o.Events.AddEventTypes(EventTypes.All);

        o.Policies.AllDocumentsAreMultiTenanted();
        o.UseRowLevelSecurity(RowSecurity.Setting);
        o.Schema.For<Unit>().SingleTenanted();
        o.Schema.For<County>().SingleTenanted();
        o.Schema.For<RuleBook>().SingleTenanted();
        o.Schema.For<LastVerification>().SingleTenanted();
        o.Schema.For<LastBackup>().SingleTenanted();
        o.Schema.For<Account>().SingleTenanted().UseOptimisticConcurrency(true);
        o.Schema.For<ApiToken>().SingleTenanted();
        o.Schema.For<Webhook>().SingleTenanted();
        o.Schema.For<WebhookDay>().SingleTenanted();
        o.Schema.For<EntryCard>()
            .Duplicate(x => x.OccurredOn)
            .Duplicate(x => x.Kind)
            .Duplicate(x => x.Status);
        foreach (var index in (string[])[Indexes.CardGrams, Indexes.LateCards, Indexes.CardsByDay, Indexes.CardsByKind, Indexes.CardsByStatus, Indexes.CardsOfPlan, .. Indexes.CardsOfOneColumn])
            o.Schema.For<EntryCard>().IgnoreIndex(index);
        o.Schema.For<Matter>().Duplicate(x => x.Kind).Duplicate(x => x.Open);
        // Named here, so that it is made with the rest: units' sessions make no tables, and it is read in SQL before anything was ever frozen.
        o.Schema.For<Edition>();
        o.Schema.For<VerifiedBook>();
        o.Schema.For<ErasureRequest>();
        o.Schema.For<YearBookCheckpoint>().Duplicate(x => x.Year).Duplicate(x => x.Sequence);
        o.Events.IgnoreIndex(Indexes.EventsByUnit);
        o.Events.IgnoreIndex(Indexes.EventsByTime);
        o.Events.IgnoreIndex(Indexes.JointEvents);
        o.Events.IgnoreIndex(Indexes.MergedEvents);
        o.Events.IgnoreIndex(Indexes.Erasures);

        o.Listeners.Add(bell);
        o.Projections.Wakeup = bell;
        o.Projections.LiveStreamAggregation<Entry>();
        o.Projections.LiveStreamAggregation<Report>();
        o.Projections.LiveStreamAggregation<SelfInspection>();
        o.Projections.LiveStreamAggregation<RuleChange>();
        o.Projections.Snapshot<Year>(SnapshotLifecycle.Inline);
        o.Projections.Add(new MatterSnapshots(), ProjectionLifecycle.Inline);
        o.Projections.Add(new YearBookPages(), ProjectionLifecycle.Async, a =>
        {
            a.BatchSize = 5000;
            a.DeleteViewTypeOnTeardown<YearBook>();
            a.DeleteViewTypeOnTeardown<YearBookCheckpoint>();
        });
        o.Projections.Add(new EntryCards(), ProjectionLifecycle.Async, nameof(EntryCards), a =>
        {
            a.BatchSize = 2000;
            a.DeleteViewTypeOnTeardown<EntryCard>();
        });

        // A ledger stops at an event it cannot read; it never goes on without it.
        o.Projections.Errors.SkipApplyErrors = false;
        o.Projections.Errors.SkipSerializationErrors = false;
        o.Projections.Errors.SkipUnknownEvents = false;
        o.Projections.RebuildErrors.SkipApplyErrors = false;
        o.Projections.RebuildErrors.SkipSerializationErrors = false;
        o.Projections.RebuildErrors.SkipUnknownEvents = false;
    }
}
