using System.Reflection;
using System.Text.Json;
using JasperFx.Events;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Tests.Kinds;

public sealed class CatalogueTests
{
    public static TheoryData<string> Codes => [.. CatalogueContract.Kinds.Keys];

    [Fact]
    public void the_catalogue_has_the_kinds_of_the_contract_and_no_others() =>
        Assert.Equal(CatalogueContract.Kinds.Keys.Order(StringComparer.Ordinal), Catalogue.Kinds.Select(k => k.Code).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Codes))]
    public void a_kind_has_the_fields_and_figures_of_the_contract(string code) =>
        Assert.Equal(CatalogueContract.Kinds[code], CatalogueText.Of(Catalogue.FindKind(code)!));

    [Theory, MemberData(nameof(Codes))]
    public void every_kind_takes_the_common_fields(string code) =>
        Assert.Equal(CatalogueContract.CommonFields, CatalogueText.CommonFieldsOf(Catalogue.FindKind(code)!));

    [Theory, MemberData(nameof(Codes))]
    public void every_kind_is_a_sealed_record(string code)
    {
        var type = Catalogue.FindKind(code)!.EventType;
        Assert.True(type.IsSealed);
        Assert.NotNull(type.GetMethod("<Clone>$"));
    }

    [Theory, MemberData(nameof(Codes))]
    public void every_member_that_is_stored_has_a_label_in_both_languages(string code)
    {
        var stored = Catalogue.FindKind(code)!.EventType.GetProperties().Where(p => p.CanWrite);
        Assert.All(stored, p => Assert.NotNull(p.GetCustomAttribute<FieldAttribute>()));
        Assert.All(Catalogue.FindKind(code)!.Fields, f => AssertReadable(f.Limits.Label, f.Limits.EnglishLabel));
    }

    [Fact]
    public void every_code_has_a_label_in_both_languages()
    {
        var enums = typeof(Activity).Assembly.GetTypes()
            .Where(t => t.IsEnum && t.Namespace == typeof(Activity).Namespace && t != typeof(FieldType) && t != typeof(Personal));
        Assert.All(enums.SelectMany(Domain.Kinds.Codes.OptionsOf), o => AssertReadable(o.Label, o.EnglishLabel));
    }

    [Fact]
    public void kinds_and_figures_have_names_in_both_languages()
    {
        Assert.All(Catalogue.Kinds, k => AssertReadable(k.Name, k.EnglishName));
        Assert.All(Catalogue.Figures, f => AssertReadable(f.Name, f.EnglishName));
    }

    [Fact]
    public void an_event_is_stored_under_its_name_in_snake_case_and_no_two_share_one()
    {
        var aliases = Catalogue.Kinds.Select(k => k.EventType.GetEventTypeName()).ToList();
        Assert.Equal(Catalogue.Kinds.Select(k => JsonNamingPolicy.SnakeCaseLower.ConvertName(k.EventType.Name)), aliases);
        Assert.Distinct(aliases);
    }

    [Fact]
    public void no_two_figures_share_a_code() => Assert.Distinct(Catalogue.Figures.Select(f => f.Code));

    [Fact]
    public void no_two_figures_share_a_name()
    {
        Assert.Distinct(Catalogue.Figures.Select(f => f.Name));
        Assert.Distinct(Catalogue.Figures.Select(f => f.EnglishName));
    }

    [Fact]
    public void no_code_type_is_used_by_two_kinds() =>
        Assert.Distinct(Catalogue.Kinds.SelectMany(k => k.EventType.GetProperties()
            .Where(p => p.DeclaringType == k.EventType)
            .Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType)
            .Where(t => t.IsEnum)));

    [Fact]
    public void a_member_may_only_be_held_below_another_of_its_own_kind_and_type() =>
        Assert.All(Catalogue.Kinds.SelectMany(k => k.Fields.Where(f => f.AtMost is not null).Select(f => (Kind: k, Field: f))), x =>
            Assert.Contains(x.Kind.Fields, other => other.Name == x.Field.AtMost && other.Type == x.Field.Type));

    private static void AssertReadable(string chinese, string english)
    {
        Assert.NotEmpty(chinese);
        Assert.NotEmpty(english);
        Assert.DoesNotContain(english, c => c > '\u2fff');
    }
}
