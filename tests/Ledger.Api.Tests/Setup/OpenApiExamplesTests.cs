using System.Text.Json;
using Ledger.Api.Setup;
using Ledger.Domain;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;

namespace Ledger.Api.Tests.Setup;

public class OpenApiExamplesTests
{
    public static TheoryData<string> Kinds => new(Catalogue.Kinds.Select(k => k.Code));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void the_example_of_every_kind_is_accepted_as_it_stands(string code)
    {
        var kind = Catalogue.FindKind(code)!;
        var example = JsonSerializer.SerializeToElement(OpenApiExamples.Of(kind), LedgerJson.Options);

        var (activity, problems) = ActivityReader.Read(kind, example, ChinaCalendar.Today(TimeProvider.System));

        Assert.Empty(problems);
        Assert.NotNull(activity);
    }

    [Fact]
    public void the_example_of_every_step_is_accepted_as_it_stands() => Assert.All(MatterCatalogue.Steps, step =>
    {
        var example = JsonSerializer.SerializeToElement(OpenApiExamples.Of(step), LedgerJson.Options);
        Assert.Empty(MatterReader.Read(step, example, ChinaCalendar.Today(TimeProvider.System)).Problems);
    });

    [Fact]
    public void an_example_shows_every_field_of_the_kind_itself()
    {
        var common = FieldDefinition.AllOf(typeof(Activity)).Select(f => f.Name);
        foreach (var kind in Catalogue.Kinds)
        {
            var shown = OpenApiExamples.Of(kind).Select(m => m.Key);
            Assert.Empty(kind.Fields.Select(f => f.Name).Except(common).Except(shown));
        }
    }
}
