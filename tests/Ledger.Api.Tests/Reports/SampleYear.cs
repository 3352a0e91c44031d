using Ledger.Api.Commands;
using Ledger.Api.Entries;
using Ledger.Api.Tests.Reports;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(SampleYear))]

namespace Ledger.Api.Tests.Reports;

/// <summary>The sample year 2023, planted once into the shared service.</summary>
public sealed class SampleYear : IDisposable
{
    public const string Unit = "shenqiu-investment";

    private readonly SemaphoreSlim _once = new(1);
    private SeedJournal.Planted? _planted;

    public static string Folder => SeedCommand.SampleFolder;

    public void Dispose() => _once.Dispose();

    public static Task<SeedJournal.Planted> PlantAgainAsync(LedgerFixture ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return SeedJournal.PlantAsync(ledger.Store, ledger.Host.Services.GetRequiredService<EvidenceStore>(), Folder, CancellationToken.None);
    }

    public async Task<SeedJournal.Planted> PlantedAsync(LedgerFixture ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        await _once.WaitAsync();
        try
        {
            return _planted ??= await PlantAgainAsync(ledger);
        }
        finally
        {
            _once.Release();
        }
    }
}
