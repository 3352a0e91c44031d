using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace Ledger.Api.Tests.Reports;

/// <summary>
/// What an auditor would do with the printed report: take every number of its text and ask what it stands for. The file's
/// own structure has to answer: the number is a figure with its code, or part of a date or a numbering.
/// </summary>
public sealed partial class BoundNumbersTests(LedgerFixture ledger, SampleYear sample) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await sample.PlantedAsync(ledger);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("public")]
    [InlineData("formal")]
    public async Task every_number_in_the_text_of_the_pdf_is_a_figure_a_date_or_a_numbering(string profile)
    {
        var bytes = await ledger.Client.GetByteArrayAsync($"/api/units/{SampleYear.Unit}/reports/2023.pdf?profile={profile}", TestContext.Current.CancellationToken);
        using var pdf = PdfDocument.Open(bytes);
        var text = TextWithoutFigures(pdf);
        Assert.Contains("▢次", text, StringComparison.Ordinal);
        Assert.Empty(Digits().Matches(Allowed().Replace(text, "")).Select(m => text.Substring(Math.Max(0, text.IndexOf(m.Value, StringComparison.Ordinal) - 10), 20)));
    }

    /// <summary>The report's text up to its annexes, with ▢ for every number that carries a figure's code.</summary>
    private static string TextWithoutFigures(PdfDocument pdf)
    {
        var figures = FigurePieces(pdf);
        var text = new StringBuilder();
        foreach (var page in pdf.GetPages())
        {
            foreach (var piece in page.GetMarkedContents().SelectMany(Flat).Where(piece => piece.MarkedContentIdentifier >= 0 && !piece.IsArtifact))
                text.Append(figures.Contains((page.Number, piece.MarkedContentIdentifier)) ? "▢" : string.Concat(piece.Letters.Select(letter => letter.Value)));
        }

        var whole = text.ToString();
        return whole[..whole.IndexOf("附件1", whole.IndexOf("附件：", StringComparison.Ordinal), StringComparison.Ordinal)];
    }

    private static IEnumerable<MarkedContentElement> Flat(MarkedContentElement piece) => piece.Children.SelectMany(Flat).Prepend(piece);

    /// <summary>Page and number of each piece below an element whose title is a figure's code.</summary>
    private static HashSet<(int Page, int Piece)> FigurePieces(PdfDocument pdf)
    {
        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        var pages = ((ArrayToken)Dictionary(catalog, "Pages").Data["Kids"]).Data.Cast<IndirectReferenceToken>()
            .Select((page, i) => (page.Data, Number: i + 1)).ToDictionary(page => page.Data, page => page.Number);
        var found = new HashSet<(int, int)>();
        Walk(Dictionary(catalog, "StructTreeRoot"), false);
        return found;

        void Walk(DictionaryToken element, bool isFigure)
        {
            isFigure |= element.TryGet(NameToken.Create("T"), out var title) && Words(title).StartsWith("figure:", StringComparison.Ordinal);
            if (!element.TryGet(NameToken.Create("K"), out var kids))
                return;
            foreach (var kid in (Resolve(kids) as ArrayToken)?.Data.Select(Resolve).OfType<DictionaryToken>() ?? [])
            {
                if (isFigure && kid.TryGet(NameToken.Create("MCID"), out var id) && kid.TryGet(NameToken.Create("Pg"), out var page))
                    found.Add((pages[((IndirectReferenceToken)page).Data], ((NumericToken)id).Int));
                Walk(kid, isFigure);
            }
        }

        DictionaryToken Dictionary(DictionaryToken of, string name) => (DictionaryToken)Resolve(of.Data[name]);

        IToken Resolve(IToken token) => token is IndirectReferenceToken reference ? Resolve(pdf.Structure.GetObject(reference.Data).Data) : token;

        string Words(IToken token) => Resolve(token) switch { HexToken hex => hex.Data, StringToken words => words.Data, _ => "" };
    }

    // 2023年（度）, 12月4日, 〔2023〕3号, 附件：1.
    [GeneratedRegex(@"\d{4}年(度)?|\d{1,2}月(\d{1,2}日)?|〔\d{4}〕\d+号|\d+\.(?=\D|\d{4}年)")]
    private static partial Regex Allowed();

    [GeneratedRegex(@"\d+(\.\d+)?%?")]
    private static partial Regex Digits();
}
