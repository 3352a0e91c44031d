using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>The document's named places under names Word takes: letters, digits and underscores, at most 40.</summary>
internal sealed class Bookmarks
{
    private const int Longest = 40;

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> placed = new(StringComparer.Ordinal);

    public Bookmarks(IEnumerable<string> anchors)
    {
        foreach (var anchor in anchors)
        {
            var name = string.Concat(anchor.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
            var isFit = name.Length is > 0 and <= Longest && char.IsAsciiLetter(name[0]) && !names.ContainsValue(name);
            names.Add(anchor, isFit ? name : FormattableString.Invariant($"place__{names.Count + 1}"));
        }
    }

    /// <summary>Null when the document has no such place.</summary>
    public string? NameOf(string anchor) => names.GetValueOrDefault(anchor);

    /// <summary>Puts the place around the content. The first of equal names wins.</summary>
    public IReadOnlyList<OpenXmlElement> Around(string? anchor, IReadOnlyList<OpenXmlElement> content)
    {
        if (anchor is null || NameOf(anchor) is not { } name || !placed.Add(anchor)) return content;
        var id = FormattableString.Invariant($"{placed.Count}");
        return [new W.BookmarkStart { Id = id, Name = name }, .. content, new W.BookmarkEnd { Id = id }];
    }
}
