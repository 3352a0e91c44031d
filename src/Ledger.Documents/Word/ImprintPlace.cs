using Ledger.Documents.Layout;

namespace Ledger.Documents.Word;

/// <summary>
/// Where the imprint goes: to the foot of the last page when that is an even one with room, else to the next even page;
/// in a letter to the last page or the next, odd or even (10.1).
/// Word alone knows its pages, so they are counted here as the PDF's typesetter counts them; where Word breaks one line
/// differently the imprint still stands at the foot of a page, and a clerk moves it.
/// </summary>
/// <param name="IsOnLastPage">It shares the last page of the text.</param>
/// <param name="IsNumbered">Its page has a number: no blank page stands before it (7.5).</param>
internal sealed record ImprintPlace(bool IsOnLastPage, bool IsNumbered)
{
    // Word may set a line or two more than was counted; the imprint would then go to an odd page by itself. A letter's may.
    private const int SpareLines = 2;

    public static ImprintPlace Of(OfficialDocument document, Imprint imprint)
    {
        var style = PageStyle.Standard;
        var bare = document with { Profile = LayoutProfile.Public, Head = null, Imprint = null };
        var items = Layout.DocumentFlow.Build(bare, style, Measure.Find).Items.ToList();
        var head = (TextItem)items.First(item => item is TextItem);
        items.Insert(1, head with { Line = new Line([], 0), Height = HeightOf(document) / 20.0, Bookmark = null, Anchor = null });
        var pages = Paginator.Paginate(items, style);
        var isLetter = document.Profile == LayoutProfile.Letter;
        var isEven = pages.Count % 2 == 0;
        var last = pages[^1];
        var room = last.Frame.Height - last.Items.Max(placed => placed.Top + HeightOf(placed.Item, style)) - (isLetter ? 0 : SpareLines) * style.Pitch;
        return (isEven || isLetter) && !last.Frame.Landscape && room >= ImprintFlow.Height(imprint, isLetter) / 20.0
            ? new(IsOnLastPage: true, IsNumbered: true)
            : new(IsOnLastPage: false, IsNumbered: !isEven);
    }

    private static int HeightOf(OfficialDocument document) =>
        document.Profile == LayoutProfile.Letter ? LetterFlow.Height(document.Head!) : HeadFlow.Height(document.Head!);

    private static double HeightOf(FlowItem item, PageStyle style) => item switch
    {
        TextItem text => text.Height ?? style.Pitch,
        RowItem row => row.Height,
        _ => 0,
    };
}
