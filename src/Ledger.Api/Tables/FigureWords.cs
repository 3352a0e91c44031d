using Ledger.Domain.Kinds;

namespace Ledger.Api.Tables;

/// <summary>What people read for the parts a figure splits into.</summary>
internal static class FigureWords
{
    public static string Dimension(string figure, string dimension) =>
        dimension == "name" ? "名称" : Field(figure, dimension) is { } field ? $"按{field.Limits.Label}" : dimension;

    public static string Part(string figure, string dimension, string part) =>
        Field(figure, dimension)?.Options.FirstOrDefault(o => o.Code == part)?.Label ?? part;

    private static FieldDefinition? Field(string figure, string dimension) =>
        Catalogue.FindFigure(figure)?.Fields.FirstOrDefault(f => f.Name == dimension);
}
