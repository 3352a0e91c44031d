using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Ledger.Documents.Tests.Fixtures;

/// <summary>A PDF's structure as its raw objects say it.</summary>
public sealed class TaggedPdf : IDisposable
{
    private readonly PdfDocument pdf;

    public TaggedPdf(byte[] bytes)
    {
        pdf = PdfDocument.Open(bytes);
        Root = Read(Dictionary(Dictionary(Catalog, "StructTreeRoot"), "K"), null);
    }

    public DictionaryToken Catalog => pdf.Structure.Catalog.CatalogDictionary;

    public TaggedElement Root { get; }

    public IReadOnlyList<TaggedElement> All => [.. Root.WithDescendants()];

    public int Pages => pdf.NumberOfPages;

    public IEnumerable<DictionaryToken> PageDictionaries => pdf.GetPages().Select(page => page.Dictionary);

    public IEnumerable<TaggedElement> Of(string type) => All.Where(element => element.Type == type);

    public void Dispose() => pdf.Dispose();

    public T? Find<T>(DictionaryToken dictionary, string key) where T : class, IToken =>
        dictionary.TryGet(NameToken.Create(key), out var token) ? Resolve(token) as T : null;

    public DictionaryToken Dictionary(DictionaryToken dictionary, string key) =>
        Find<DictionaryToken>(dictionary, key) ?? Find<ArrayToken>(dictionary, key)?.Data.Select(Resolve).OfType<DictionaryToken>().First()!;

    public IToken Resolve(IToken token) => token is IndirectReferenceToken reference ? Resolve(pdf.Structure.GetObject(reference.Data).Data) : token;

    private TaggedElement Read(DictionaryToken dictionary, TaggedElement? parent)
    {
        var attributes = Find<DictionaryToken>(dictionary, "A");
        var element = new TaggedElement(Find<NameToken>(dictionary, "S")!.Data, parent, dictionary, attributes)
        {
            Alternative = Text(dictionary, "Alt"),
        };
        foreach (var kid in Find<ArrayToken>(dictionary, "K")!.Data.Select(Resolve).OfType<DictionaryToken>())
        {
            if (Find<NameToken>(kid, "S") is not null) element.Children.Add(Read(kid, element));
            else if (Find<NameToken>(kid, "Type")?.Data == "OBJR") element.Annotations.Add(Find<DictionaryToken>(kid, "Obj")!);
            else element.Pieces++;
        }

        return element;
    }

    private string? Text(DictionaryToken dictionary, string key) =>
        dictionary.TryGet(NameToken.Create(key), out var token) ? Resolve(token) switch { HexToken hex => hex.Data, StringToken text => text.Data, _ => null } : null;
}

public sealed record TaggedElement(string Type, TaggedElement? Parent, DictionaryToken Dictionary, DictionaryToken? Attributes)
{
    public string? Alternative { get; init; }

    public List<TaggedElement> Children { get; } = [];

    public List<DictionaryToken> Annotations { get; } = [];

    /// <summary>How many marked pieces of the pages it has.</summary>
    public int Pieces { get; set; }

    public IEnumerable<TaggedElement> WithDescendants() => Children.SelectMany(child => child.WithDescendants()).Prepend(this);

    public bool HasAttribute(string name) => Attributes is not null && Attributes.ContainsKey(NameToken.Create(name));
}
