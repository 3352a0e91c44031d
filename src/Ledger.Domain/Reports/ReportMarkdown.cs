using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ledger.Domain.Reports;

/// <summary>Reads the rendered Markdown: one title, headings that are numbered here, paragraphs of runs.</summary>
internal static class ReportMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static (string Title, IReadOnlyList<ReportBlock> Blocks) Read(string markdown)
    {
        var numbers = new HeadingNumbers();
        var title = "";
        var blocks = new List<ReportBlock>();
        foreach (var block in Markdown.Parse(markdown, Pipeline))
        {
            switch (block)
            {
                case HeadingBlock { Level: 1 } heading:
                    title = string.Concat(Runs(heading.Inline).Select(r => r.Text));
                    break;
                case HeadingBlock heading:
                    var level = heading.Level - 1;
                    blocks.Add(new ReportBlock(level, [new ReportRun(numbers.Next(level)), .. Runs(heading.Inline)]));
                    break;
                case ParagraphBlock paragraph when Runs(paragraph.Inline) is { Count: > 0 } runs:
                    blocks.Add(new ReportBlock(0, runs));
                    break;
            }
        }

        return (title, blocks);
    }

    public static string PlainText(string markdown) => string.Concat(Read(markdown).Blocks.Select(b => b.Text));

    private static List<ReportRun> Runs(ContainerInline? inlines)
    {
        var runs = new List<ReportRun>();
        Collect(inlines, figure: null, strong: false, runs);
        return Merge(runs);
    }

    private static void Collect(ContainerInline? inlines, string? figure, bool strong, List<ReportRun> runs)
    {
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    runs.Add(new ReportRun(literal.Content.ToString(), figure, strong));
                    break;
                case LinkInline { Url: { } url } link when url.StartsWith("figure:", StringComparison.Ordinal):
                    Collect(link, Uri.UnescapeDataString(url["figure:".Length..]), strong, runs);
                    break;
                case EmphasisInline emphasis:
                    Collect(emphasis, figure, strong || emphasis.DelimiterCount >= 2, runs);
                    break;
                case HtmlEntityInline entity:
                    runs.Add(new ReportRun(entity.Transcoded.ToString(), figure, strong));
                    break;
                case ContainerInline container:
                    Collect(container, figure, strong, runs);
                    break;
                    // A line break within a paragraph is no character in Chinese.
            }
        }
    }

    private static List<ReportRun> Merge(List<ReportRun> runs)
    {
        var merged = new List<ReportRun>();
        var text = new StringBuilder();
        for (var i = 0; i < runs.Count; i++)
        {
            text.Append(runs[i].Text);
            var ends = i + 1 == runs.Count || runs[i].Figure is not null || runs[i + 1].Figure is not null || runs[i + 1].Strong != runs[i].Strong;
            if (!ends)
                continue;
            if (text.Length > 0)
                merged.Add(runs[i] with { Text = text.ToString() });
            text.Clear();
        }

        return merged;
    }
}
