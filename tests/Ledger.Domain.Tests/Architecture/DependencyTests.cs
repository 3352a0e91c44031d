using System.Reflection;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Tests.Architecture;

/// <summary>Dependencies point one way, and what happened is never changed.</summary>
public sealed class DependencyTests
{
    private static readonly Assembly Domain = typeof(Activity).Assembly;

    [Fact]
    public void the_domain_knows_neither_the_web_nor_the_document_engine_nor_the_host() =>
        Assert.DoesNotContain(Domain.GetReferencedAssemblies(), a =>
            a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || a.Name is "Ledger.Api" or "Ledger.Documents" or "Wolverine");

    [Fact]
    public void every_event_is_a_sealed_record_whose_members_cannot_be_set_again() =>
        Assert.All(EventTypes.All, type =>
        {
            Assert.True(type.IsSealed, $"{type.Name} is not sealed");
            Assert.NotNull(type.GetMethod("<Clone>$"));
            Assert.All(type.GetProperties().Where(p => p.CanWrite), p =>
                Assert.Contains(p.SetMethod!.ReturnParameter.GetRequiredCustomModifiers(), m => m.Name == "IsExternalInit"));
        });
}
