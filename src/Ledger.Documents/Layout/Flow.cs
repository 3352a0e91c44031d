using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>The growing list of what goes down the pages, and what every block needs to add to it.</summary>
internal sealed class Flow(PageStyle style, GlyphLookup find, IReadOnlySet<string> anchors)
{
    private readonly List<FlowItem> items = [];
    private int lastHeading;
    private Range body;

    public IReadOnlyList<FlowItem> Items => items;

    public PageStyle Style => style;

    public Frame Frame { get; private set; } = Frame.Of(style, landscape: false);

    public StructNode Root { get; } = new("Document", null);

    /// <summary>How many levels deeper headings are here than in the body: one inside an annex.</summary>
    public int HeadingShift { get; set; }

    /// <summary>The items of the text itself (正文), without title, signature and annexes.</summary>
    public IReadOnlyList<FlowItem> Body => items[body];

    /// <summary>What closes the document on its last page; null when nothing does.</summary>
    public FixedItem? Imprint { get; set; }

    /// <summary>10.1: no number on the first page; the imprint closes the last page, odd or even.</summary>
    public bool IsLetter { get; init; }

    public void Add(FlowItem item) => items.Add(item);

    /// <summary>Everything from <paramref name="start"/> to the last item added is the text itself.</summary>
    public void EndBody(int start) => body = start..items.Count;

    public void StartPage(bool landscape)
    {
        Frame = Frame.Of(style, landscape);
        items.Add(new PageStart(Frame));
    }

    /// <summary>Ties the last item that prints something, and the blank below it, to what is added next.</summary>
    public void KeepLastWithNext()
    {
        for (var i = items.Count - 1; i >= 0; i--)
        {
            if (items[i] is PageStart) return;
            items[i] = items[i] with { KeepWithNext = true };
            if (items[i] is not (BlankItem or GapItem)) return;
        }
    }

    /// <summary>Text in body size on the character grid.</summary>
    public Cluster[] OnGrid(IEnumerable<StyledRun> runs) => new Clusterer(find, style.BodySize, style.Cell).Split(runs);

    /// <summary>Text on the grid that is not broken, from the frame's left edge.</summary>
    public Line OneLine(string text, FontRole role) => LineSetter.Set(OnGrid([new StyledRun(text, role)]), 0, 0, 0, []);

    public Cluster[] Title(string text) =>
        new Clusterer(find, style.TitleSize, style.TitleSize).Split([new StyledRun(text, FontRole.Title)]);

    /// <summary>Text by the faces' own widths.</summary>
    public Cluster[] Natural(IEnumerable<StyledRun> runs, double size) => new Clusterer(find, size, null).Split(runs);

    /// <summary>Body text broken on the grid; indents in characters.</summary>
    public List<Line> Lines(Cluster[] text, double firstIndent, double indent = 0, int rigid = 0) =>
        new LineBreaker(style, style.Cell).Break(text, firstIndent * style.Cell, indent * style.Cell, Frame.Width, justify: true, rigid);

    public List<Line> NaturalLines(Cluster[] text, double size, double width) =>
        new LineBreaker(style, size).Break(text, 0, 0, width, justify: false);

    /// <summary>The runs as they are set; links and figures get their own element below <paramref name="parent"/>.</summary>
    public IEnumerable<StyledRun> Styled(IEnumerable<Run> runs, FontRole role, FontRole latin, StructNode parent) =>
        runs.Select(run => new StyledRun(run.Text, run.Strong ? FontRole.Hei : role, run.Strong ? FontRole.Hei : latin, Owner(run, parent)));

    public IEnumerable<StyledRun> Styled(IEnumerable<Run> runs, FontRole role, StructNode parent) => Styled(runs, role, role, parent);

    /// <summary>H1 to H6 without a gap, as readers of the structure need it, whatever levels the text uses.</summary>
    public string HeadingTag(int level)
    {
        lastHeading = Math.Min(Math.Min(level + HeadingShift, lastHeading + 1), 6);
        return $"H{lastHeading}";
    }

    /// <summary>A link to a named place; null when the document has no such place.</summary>
    public RunOwner? LinkTo(string anchor, StructNode parent) =>
        anchors.Contains(anchor) ? new RunOwner(new StructNode("Link", parent), null, anchor) : null;

    private RunOwner? Owner(Run run, StructNode parent)
    {
        var name = run.FigureCode is { } code ? Anchors.OfFigure(code) : null;
        var destination = Anchors.DestinationOf(run, anchors.Contains);
        if (name is null && destination is null && run.Link is null) return null;
        var leads = destination is not null || run.Link is not null;
        return new RunOwner(new StructNode(leads ? "Link" : "Span", parent) { Title = name }, run.Link, destination);
    }
}
