namespace Ledger.Domain.Kinds;

/// <summary>Names a kind of activity: its code is a contract (URL, JSON, import), the names are what people read.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KindAttribute(string code, string name, string englishName, KindGroup group, int order) : Attribute
{
    public string Code { get; } = code;
    public string Name { get; } = name;
    public string EnglishName { get; } = englishName;
    public KindGroup Group { get; } = group;

    /// <summary>The document that usually proves it (文件, 纪要…), asked for before the report is signed; a photo never is. Null: none is asked for.</summary>
    public string? Proof { get; init; }

    /// <summary>Its place within the group, as people are used to reading the list.</summary>
    public int Order { get; } = order;
}

/// <summary>Labels a field and sets its limits; forms, validation, OpenAPI and imports all read this one place.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string label, string englishLabel) : Attribute
{
    public string Label { get; } = label;
    public string EnglishLabel { get; } = englishLabel;

    /// <summary>Unit of a number, as printed behind it: 小时, 万元.</summary>
    public string? Unit { get; init; }

    public int MinLength { get; init; }
    public int MaxLength { get; init; } = 200;

    /// <summary>Characters the text may not hold, because it becomes part of a figure's code.</summary>
    public string Without { get; init; } = "";

    public double Min { get; init; }
    public double Max { get; init; } = double.NaN;

    /// <summary>Smallest step of a decimal: 0.5 for hours, 0.01 for money. 0 takes any.</summary>
    public double Step { get; init; }

    /// <summary>Member that this number may not exceed, when both are given: took ≤ expected.</summary>
    public string? AtMost { get; init; }

    /// <summary>Most items a list takes.</summary>
    public int MaxItems { get; init; } = 200;
}

/// <summary>What people read for a code.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LabelAttribute(string label, string englishLabel) : Attribute
{
    public string Label { get; } = label;
    public string EnglishLabel { get; } = englishLabel;
}

/// <summary>The groups of the catalogue; a unit without enforcement turns group H off.</summary>
public enum KindGroup
{
    [Label("组织领导", "Leadership")] A,
    [Label("学法", "Law study")] B,
    [Label("普法", "Legal publicity")] C,
    [Label("依法决策", "Lawful decisions")] D,
    [Label("法律顾问", "Legal advisers")] E,
    [Label("监督与公开", "Supervision and openness")] F,
    [Label("争议", "Disputes")] G,
    [Label("执法", "Enforcement")] H,
    [Label("制度与队伍", "Rules and people")] I,
    [Label("问题与计划", "Shortcomings and plans")] J,
    [Label("其他", "Other")] Z,
}
