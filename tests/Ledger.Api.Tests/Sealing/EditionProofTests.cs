using Ledger.Api.Commands;
using Ledger.Api.Entries;
using Ledger.Api.Erasures;
using Ledger.Api.Sealing;
using Ledger.Api.Tests.Counties;
using Ledger.Log.Editions;
using Ledger.Log.Notes;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.Sealing;

/// <summary>An edition's PDF proves itself: everything from the file alone, green as it was printed, red for any change.</summary>
public sealed class EditionProofTests(FrozenSample sample) : IClassFixture<FrozenSample>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", false)]
    [InlineData("&profile=formal&annexes=entries", true)]
    [InlineData("&profile=public&annexes=entries", false)]
    public async Task a_printed_edition_is_genuine_and_counts_again_where_all_entries_are_in_it(string query, bool complete)
    {
        var found = EditionCheck.Run(await sample.PdfAsync(query), sample.Key);
        Assert.Null(found.Fault);
        Assert.Equal(complete, found.Proof!.Complete);
        Assert.True(!complete || await EditionRecount.RunAsync(found.Proof, Ct) is null, (await EditionRecount.RunAsync(found.Proof, Ct))?.English);
        Assert.True(!complete || found.Proof.Events.Count > 250);
    }

    [Fact]
    public async Task it_is_printed_the_same_after_the_log_went_on_and_the_key_was_changed()
    {
        var before = await sample.PdfAsync("&annexes=entries");
        await sample.Ledger.LogAsync(FrozenSample.Unit, "legal-service", new { occurredOn = "2024-03-01", service = "consultation", adviser = "法律顾问A律师" });
        sample.Ledger.App.Services.GetRequiredService<LogKeys>().Rotate(TimeProvider.System.GetUtcNow());
        await sample.Ledger.App.Services.GetRequiredService<UnitLog>().AwaitSealedAsync(Ct);
        Assert.Equal(before, await sample.PdfAsync("&annexes=entries"));
    }

    [Fact]
    public async Task what_others_logged_jointly_is_not_said_to_be_counted_again()
    {
        var (_, units) = await sample.Ledger.NewCountyAsync(2);
        await sample.Ledger.LogAsync(units[0], "law-outreach", CountyVerbs.Joint([(units[1], "co-host")]));
        foreach (var (unit, complete) in new[] { (units[0], true), (units[1], false) })
        {
            (await sample.Ledger.FreezeAsync(unit, 2023)).Is(201);
            var found = EditionCheck.Run(await sample.Ledger.Client.GetByteArrayAsync($"/api/units/{unit}/reports/2023.pdf?edition=1&profile=formal&annexes=entries", Ct), null);
            Assert.Null(found.Fault);
            Assert.Equal(complete, found.Proof!.Complete);
            Assert.True(!complete || await EditionRecount.RunAsync(found.Proof, Ct) is null, (await EditionRecount.RunAsync(found.Proof, Ct))?.English);
        }
    }

    [Fact]
    public async Task a_change_of_any_byte_is_found()
    {
        var file = await sample.PdfAsync("");
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var changed = file.ToArray();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            Assert.NotNull(EditionCheck.Run(changed, sample.Key).Fault);
        }

        Assert.NotNull(EditionCheck.Run([.. file, (byte)'\n'], sample.Key).Fault);
        Assert.NotNull(EditionCheck.Run(file[..^1], sample.Key).Fault);
    }

    [Fact]
    public async Task what_is_forged_beneath_a_right_seal_is_named()
    {
        var right = ForgedFile.Proof(20);
        Assert.Null(EditionCheck.Run(ForgedFile.Of(right), ForgedFile.Key.Verifier).Fault);
        Assert.Null(await EditionRecount.RunAsync(right, Ct));
        foreach (var (said, forged) in ForgedFile.Forgeries(right))
        {
            var found = EditionCheck.Run(ForgedFile.Of(forged), ForgedFile.Key.Verifier);
            var fault = found.Fault ?? await EditionRecount.RunAsync(found.Proof!, Ct);
            Assert.Contains(said, fault?.English, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task names_that_were_erased_are_no_fault_and_what_figures_are_counted_by_is()
    {
        var erased = ForgedFile.Proof(20, "/adviser");
        Assert.Null(EditionCheck.Run(ForgedFile.Of(erased), ForgedFile.Key.Verifier).Fault);
        Assert.Null(await EditionRecount.RunAsync(erased, Ct));
        foreach (var (said, forged) in ForgedFile.Hidden(erased))
            Assert.Contains(said, EditionCheck.Run(ForgedFile.Of(forged), null).Fault!.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_copy_for_the_public_holds_no_names_and_proves_the_rest()
    {
        var open = EditionCheck.Run(await sample.PdfAsync("&profile=formal&annexes=entries"), sample.Key).Proof!;
        var names = open.Events.Where(e => e.Members.ContainsKey("/adviser")).Select(e => System.Text.Json.JsonSerializer.Deserialize<string>(e.Members["/adviser"])!).Distinct().ToList();
        var persons = names.SelectMany(PersonNames.In).Distinct().ToList();
        Assert.NotEmpty(persons);
        var file = await sample.PdfAsync("&profile=public&annexes=entries");
        var found = EditionCheck.Run(file, sample.Key);
        Assert.Null(found.Fault);
        Assert.Contains(found.Proof!.Events, e => e.Erased is { Count: > 0 });
        // The frozen figures are published as they were signed; the entries behind them are not.
        string[] shown = [System.Text.Json.JsonSerializer.Serialize(found.Proof.Events, EditionProof.Json), .. PdfFiles.Read(file).Select(System.Text.Encoding.UTF8.GetString).Where(f => f.StartsWith("{\"number\"", StringComparison.Ordinal))];
        Assert.Equal(2, shown.Length);
        Assert.All(shown, text => Assert.All(persons, name => Assert.DoesNotContain(name, text, StringComparison.Ordinal)));
    }

    [Fact]
    public void a_file_sealed_with_another_key_is_not_the_trusted_ones()
    {
        var other = new SigningKey(ForgedFile.Key.Verifier.Name, KeyUse.Note, new byte[32]);
        var right = ForgedFile.Proof(3);
        Assert.Contains("seal's signature", EditionCheck.Run(ForgedFile.Of(right, other), null).Fault!.English, StringComparison.Ordinal);
        var forged = right with { Keys = [other.Verifier.ToString()], Checkpoint = Checkpoint.Parse(SignedNote.Parse(right.Checkpoint)!.Text)!.Sign(other).ToString() };
        Assert.Null(EditionCheck.Run(ForgedFile.Of(forged, other), null).Fault);
        Assert.Contains("trusted", EditionCheck.Run(ForgedFile.Of(forged, other), ForgedFile.Key.Verifier).Fault!.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_verb_says_green_or_red_without_a_database()
    {
        var file = Path.Combine(Path.GetTempPath(), $"edition-{Guid.CreateVersion7():N}.pdf");
        try
        {
            await File.WriteAllBytesAsync(file, await sample.PdfAsync(""), Ct);
            var said = new StringWriter();
            Assert.Equal(0, await EditionCommand.RunAsync([file, "--key", sample.Key.ToString()], said, TextWriter.Null, Ct));
            Assert.Contains("genuine", said.ToString(), StringComparison.Ordinal);
            await File.AppendAllTextAsync(file, "x", Ct);
            Assert.Equal(1, await EditionCommand.RunAsync([file], said, TextWriter.Null, Ct));
            Assert.Contains("changed after it was sealed", said.ToString(), StringComparison.Ordinal);
            Assert.Equal(2, await EditionCommand.RunAsync([file + "x.pdf"], said, TextWriter.Null, Ct));
        }
        finally
        {
            File.Delete(file);
        }
    }
}

/// <summary>The sample year in a ledger of its own, frozen into its first edition.</summary>
public sealed class FrozenSample : IAsyncLifetime
{
    public const string Unit = "shenqiu-investment";

    public OwnLedger Ledger { get; } = new();

    /// <summary>The log's key when the edition was frozen.</summary>
    public VerifierKey Key { get; private set; } = null!;

    public Task<byte[]> PdfAsync(string query) =>
        Ledger.Client.GetByteArrayAsync($"/api/units/{Unit}/reports/2023.pdf?edition=1{query}", TestContext.Current.CancellationToken);

    public async ValueTask InitializeAsync()
    {
        await Ledger.InitializeAsync();
        await SeedJournal.PlantAsync(Ledger.Store, Ledger.App.Services.GetRequiredService<EvidenceStore>(), SeedCommand.SampleFolder, CancellationToken.None);
        (await Ledger.FreezeAsync(Unit, 2023)).Is(201);
        Key = Ledger.App.Services.GetRequiredService<LogKeys>().For(Unit).Verifier;
    }

    public ValueTask DisposeAsync() => Ledger.DisposeAsync();
}
