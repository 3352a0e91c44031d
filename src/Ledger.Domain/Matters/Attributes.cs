using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

/// <summary>Names a kind of matter on the record of its state: the code is a contract, the names are what people read.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MatterAttribute(string code, string name, string englishName, KindGroup group, int order) : Attribute
{
    public string Code { get; } = code;
    public string Name { get; } = name;
    public string EnglishName { get; } = englishName;

    /// <summary>Where its figures stand among those of the kinds.</summary>
    public KindGroup Group { get; } = group;

    public int Order { get; } = order;
}

/// <summary>
/// Names a step of a matter on the record of its event. Steps stand in the order of <paramref name="order"/>, which is
/// the usual one; another order is warned of and never refused.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StepAttribute(Type matter, string code, int order, string name, string englishName) : Attribute
{
    public Type Matter { get; } = matter;
    public string Code { get; } = code;
    public int Order { get; } = order;
    public string Name { get; } = name;
    public string EnglishName { get; } = englishName;

    /// <summary>What the matter is called once the step is taken: 已签订. Null for a step that changes nothing of that.</summary>
    public string? Becomes { get; init; }

    public string EnglishBecomes { get; init; } = "";

    /// <summary>Code of the step that comes before it; without that one there is a warning.</summary>
    public string? After { get; init; }

    /// <summary>May be taken more than once as a matter of course.</summary>
    public bool Repeats { get; init; }

    /// <summary>Only some matters have it: it is not what comes next, and nobody misses it.</summary>
    public bool Aside { get; init; }

    /// <summary>The matter is over with it.</summary>
    public bool Closes { get; init; }

    /// <summary>The matter is open again with it.</summary>
    public bool Reopens { get; init; }
}

/// <summary>A field that the ledger states from the matter as it stands, and that nobody sends.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StatedAttribute : Attribute;

/// <summary>A place for evidence of one sort, wanted once a step has been taken.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SlotAttribute(string code, string name, string englishName, string after) : Attribute
{
    public string Code { get; } = code;
    public string Name { get; } = name;
    public string EnglishName { get; } = englishName;

    /// <summary>Code of the step with which it is wanted.</summary>
    public string After { get; } = after;
}
