namespace Ledger.Domain.Kinds;

/// <summary>
/// Words by which a typed sentence speaks of a kind, a number, a date, a yes or a code. A <c>…</c> inside a word stands
/// for a few characters of the same clause: 审查…合同. Names and labels of the catalogue need not be repeated.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Field, Inherited = false)]
public sealed class WordsAttribute(params string[] said) : Attribute
{
    public IReadOnlyList<string> Said { get; } = said;

    /// <summary>Words that decide for a kind whatever else the sentence says.</summary>
    public string[] Sure { get; init; } = [];

    /// <summary>Words that fit a kind without naming it.</summary>
    public string[] Hints { get; init; } = [];

    /// <summary>Longer words in which the words above mean something else: 合法性 does not say 合法.</summary>
    public string[] Not { get; init; } = [];

    /// <summary>Words that say no, for a yes/no field.</summary>
    public string[] No { get; init; } = [];

    /// <summary>Unit of a number that the form prints none for.</summary>
    public string? Unit { get; init; }

    /// <summary>Further measure words that people count it by.</summary>
    public string[] Units { get; init; } = [];

    /// <summary>Words that say that the part is the whole, beside 全部 and 均 before the words above: 成功调解两起.</summary>
    public string[] All { get; init; } = [];

    /// <summary>A number of this unit belongs here even if no word says so. Required numbers need not say it.</summary>
    public bool Default { get; init; }
}

/// <summary>Where a typed sentence names the text of a field.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NamedAttribute : Attribute
{
    /// <summary>The name ends with one of these, which belong to it: 村, 有限公司.</summary>
    public string[] Ends { get; init; } = [];

    /// <summary>The name stands behind one of these: 组长由.</summary>
    public string[] After { get; init; } = [];

    /// <summary>The name stands before one of these: 任组长.</summary>
    public string[] Before { get; init; } = [];

    /// <summary>The name begins with one of these and runs to the end of the clause: 参与合同谈判.</summary>
    public string[] From { get; init; } = [];

    /// <summary>Words that are never part of the name, beside the common verbs.</summary>
    public string[] Stops { get; init; } = [];

    /// <summary>Longer words in which an ending is none: 农村, 方案.</summary>
    public string[] Not { get; init; } = [];

    /// <summary>What stands in 《》 is the name.</summary>
    public bool Quoted { get; init; }

    /// <summary>An ending alone is a name: 公众号.</summary>
    public bool Alone { get; init; }

    /// <summary>Numbers are part of the name: 2024年版.</summary>
    public bool Digits { get; init; }

    /// <summary>The name is a place, which may begin with what else is a preposition: 和平社区, 向阳村.</summary>
    public bool Place { get; init; }

    /// <summary>Most characters of the name beside its ending.</summary>
    public int Most { get; init; } = 20;
}
