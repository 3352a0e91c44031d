using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using JasperFx.Events.Subscriptions;
using Marten;
using Microsoft.Extensions.Logging;

namespace Ledger.Domain.Figures;

/// <summary>
/// Hands <see cref="YearBooks"/> a page of events whole and in its order. Marten would hand it each unit's events apart, and
/// a book that takes in what another unit logged jointly would be begun twice within the page and kept once.
/// </summary>
public sealed class YearBookPages : ProjectionWrapper<IDocumentOperations, IQuerySession>, ISubscriptionFactory<IDocumentOperations, IQuerySession>
{
    public YearBookPages() : base(new YearBooks(), ProjectionLifecycle.Async) => Name = YearBooks.Name;

    ISubscriptionExecution ISubscriptionFactory<IDocumentOperations, IQuerySession>.BuildExecution(
        IEventStore<IDocumentOperations, IQuerySession> store, IEventDatabase database, ILoggerFactory loggerFactory, ShardName shardName) =>
        new WholePage(shardName, Options, store, database, Inner, loggerFactory.CreateLogger<YearBookPages>());

    ISubscriptionExecution ISubscriptionFactory<IDocumentOperations, IQuerySession>.BuildExecution(
        IEventStore<IDocumentOperations, IQuerySession> store, IEventDatabase database, ILogger logger, ShardName shardName) =>
        new WholePage(shardName, Options, store, database, Inner, logger);

    private sealed class WholePage(
        ShardName shard, AsyncOptions options, IEventStore<IDocumentOperations, IQuerySession> store, IEventDatabase database, IJasperFxProjection<IDocumentOperations> books, ILogger logger)
        : ProjectionExecution<IDocumentOperations, IQuerySession>(shard, options, store, database, books, logger)
    {
        private readonly IJasperFxProjection<IDocumentOperations> _books = books;

        protected override async Task<IProjectionBatch> buildBatchWithNoSkippingAsync(EventRange range, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(range);
            var batch = range.ActiveBatch as IProjectionBatch<IDocumentOperations, IQuerySession>
                ?? await _store.StartProjectionBatchAsync(range, _database, Mode, _options, cancellationToken);
            try
            {
                await using var session = batch.SessionForTenant(StorageConstants.DefaultTenantId);
                await _books.ApplyAsync(session, range.Events, cancellationToken);
                return batch;
            }
            catch
            {
                await batch.DisposeAsync();
                throw;
            }
        }
    }
}
