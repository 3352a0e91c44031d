using System.Reflection;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Sentences;

/// <summary>What a sentence may call one code of a field.</summary>
internal sealed record OptionWords(string Code, IReadOnlyList<Phrase> Said, IReadOnlyList<Phrase> Not);

/// <summary>What a sentence may call one field of a kind.</summary>
internal sealed record FieldWords(
    FieldDefinition Field,
    bool Own,
    WordsAttribute Words,
    NamedAttribute? Named,
    IReadOnlyList<Phrase> Said,
    IReadOnlyList<Phrase> No,
    IReadOnlyList<OptionWords> Options)
{
    public string? Unit => Words.Unit ?? Field.Limits.Unit;
}

/// <summary>The words of one kind, gathered from its file: its names, its labels and its <see cref="WordsAttribute"/>.</summary>
internal sealed record KindWords(
    KindDefinition Kind,
    IReadOnlyList<Phrase> Sure,
    IReadOnlyList<Phrase> Said,
    IReadOnlyList<Phrase> Hints,
    IReadOnlyList<Phrase> Not,
    IReadOnlyList<FieldWords> Fields)
{
    private static readonly char[] Separators = ['/', '、', '（', '）', '，'];

    public static IReadOnlyList<KindWords> All { get; } = [.. Catalogue.Kinds.Select(Of)];

    private static KindWords Of(KindDefinition kind)
    {
        var words = kind.EventType.GetCustomAttribute<WordsAttribute>() ?? new WordsAttribute();
        return new(
            kind,
            Phrase.All(words.Sure),
            Phrase.All([.. NamesOf(kind), .. words.Said]),
            Phrase.All([.. words.Hints, .. kind.Figures.SelectMany(f => Parts(f.Name))]),
            Phrase.All(words.Not),
            [.. kind.Fields.Select(f => Of(kind, f))]);
    }

    private static FieldWords Of(KindDefinition kind, FieldDefinition field)
    {
        var property = kind.EventType.GetProperties().First(p => string.Equals(p.Name, field.Name, StringComparison.OrdinalIgnoreCase));
        var words = property.GetCustomAttribute<WordsAttribute>() ?? new WordsAttribute();
        var own = property.DeclaringType == kind.EventType;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return new(
            field,
            own,
            words,
            property.GetCustomAttribute<NamedAttribute>(),
            Phrase.All(own ? [field.Limits.Label.Replace("人数", "", StringComparison.Ordinal), .. words.Said] : words.Said),
            Phrase.All(words.No),
            [.. field.Options.Select(o => Of(type, o, own))]);
    }

    private static OptionWords Of(Type type, CodeOption option, bool own)
    {
        var words = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => Codes.Of((Enum)f.GetValue(null)!) == option.Code)
            .Select(f => f.GetCustomAttribute<WordsAttribute>())
            .FirstOrDefault() ?? new WordsAttribute();
        return new(option.Code, Phrase.All(own && option.Label != "其他" ? [.. Parts(option.Label), .. words.Said] : words.Said), Phrase.All(words.Not));
    }

    /// <summary>Parts of a name of two characters say too little alone: 调整, 确认.</summary>
    private static IEnumerable<string> NamesOf(KindDefinition kind) => Parts(kind.Name).Where(p => p.Length > 2 || p == kind.Name);

    private static IEnumerable<string> Parts(string name) => name.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(p => p.Length > 1);
}
