using System.Reflection;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;

namespace Ledger.Domain.Figures;

/// <summary>
/// A figure of the report: its code (a contract), names, unit and the counting rule in force. The rule is stated twice on
/// purpose: here as data, which SQL and the offline fold evaluate, and in the kind's <c>Lines()</c>, which the projection
/// adds up. They must agree before a report is issued.
/// </summary>
public sealed record FigureDefinition
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string EnglishName { get; init; }

    /// <summary>次 场次 件 份 人 人次 家 家次 篇 条 元 …: never two of them in one figure (counting rule 1).</summary>
    public required string Unit { get; init; }

    public required CountingRule Rule { get; init; }

    /// <summary>Code of the one kind, of activity or of matter, that feeds the figure; filled in by the catalogue.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Codes of the steps that feed the figure of a matter; empty where entries do.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Counted from matters and not from entries.</summary>
    public bool OfMatters => Steps.Count > 0;

    public KindGroup Group { get; init; }

    /// <summary>The fields its rule may speak of: of its kind, or of the steps that feed it.</summary>
    public IEnumerable<FieldDefinition> Fields => OfMatters
        ? Steps.Select(s => MatterCatalogue.Find(Kind)!.FindStep(s)!).SelectMany(s => s.Fields.Concat(s.StatedFields))
        : Catalogue.FindKind(Kind)?.Fields ?? [];

    /// <summary>The figures that a kind of activity or of matter states, in the order of its file.</summary>
    internal static IReadOnlyList<FigureDefinition> AllOf(Type type, string kind, KindGroup group) =>
    [
        .. type.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(f => f.FieldType == typeof(FigureDefinition))
            .OrderBy(f => f.MetadataToken)
            .Select(f => ((FigureDefinition)f.GetValue(null)!) with { Kind = kind, Group = group }),
    ];

    /// <summary>One per entry: 1 次.</summary>
    public static FigureDefinition Entries(string code, string name, string englishName, string unit) =>
        New(code, name, englishName, unit, new CountingRule { Measure = Measure.Entries });

    /// <summary>The sum of one field; an entry without the field counts nothing.</summary>
    public static FigureDefinition Sum(string code, string name, string englishName, string unit, string field) =>
        New(code, name, englishName, unit, new CountingRule { Measure = Measure.Sum, Field = field });

    /// <summary>How many different names a text field or list holds over the year.</summary>
    public static FigureDefinition Distinct(string code, string name, string englishName, string unit, string field) =>
        New(code, name, englishName, unit, new CountingRule { Measure = Measure.Distinct, Field = field });

    /// <summary>Percentage of two sums, over the entries that state both; — when the denominator is 0 (counting rule 7).</summary>
    public static FigureDefinition Rate(string code, string name, string englishName, string numerator, string denominator) =>
        New(code, name, englishName, "%", new CountingRule { Measure = Measure.Rate, Field = numerator, Denominator = denominator });

    /// <summary>Percentage of the entries whose yes/no field says yes, over those that state it.</summary>
    public static FigureDefinition Share(string code, string name, string englishName, string field) =>
        New(code, name, englishName, "%", new CountingRule { Measure = Measure.Share, Field = field });

    /// <summary>Split by a code or text field of the kind.</summary>
    public FigureDefinition By(string field) => this with { Rule = Rule with { By = field } };

    /// <summary>Only entries whose field holds one of these codes.</summary>
    public FigureDefinition When(string field, params IReadOnlyList<string> codes) =>
        this with { Rule = Rule with { WhenField = field, WhenCodes = codes } };

    /// <summary>Fed by these steps of the matter that states it.</summary>
    public FigureDefinition Of(params IReadOnlyList<string> steps) => this with { Steps = steps };

    internal static FigureDefinition New(string code, string name, string englishName, string unit, CountingRule rule) =>
        new() { Code = code, Name = name, EnglishName = englishName, Unit = unit, Rule = rule };
}
