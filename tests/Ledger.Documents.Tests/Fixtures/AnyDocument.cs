using CsCheck;

namespace Ledger.Documents.Tests.Fixtures;

/// <summary>Documents nobody would write: any text, any nesting, any numbers.</summary>
public static class AnyDocument
{
    private static readonly Gen<string> Fit = Gen.OneOf(
        Gen.String[Gen.Char["法治政府建设，。、“”（）《》0123456789%.-—…〔〕镕喆 aB"], 0, 80],
        Gen.Const("0"),
        Gen.Const(new string('法', 200)),
        Gen.Const(new string('a', 300)));

    private static readonly Gen<string> Text = Gen.Frequency((19, Fit), (1, Gen.OneOf(Gen.String[Gen.Char, 0, 30], Gen.Const(""), Gen.Const(" \n\t"))));

    private static readonly Gen<Run> Run =
        from text in Text
        from kind in Gen.Int[0, 5]
        select kind switch
        {
            0 => new Run(text) { FigureCode = "legal-service" },
            1 => new Run(text) { Link = text.Length == 1 ? "javascript:alert(1)" : "https://example.gov.cn/" },
            3 => new Run(text) { Strong = true },
            4 => new Run(text) { Place = "figure:legal-service" },
            _ => new Run(text),
        };

    private static readonly Gen<IReadOnlyList<Run>> Runs = Run.List[0, 5].Select(runs => (IReadOnlyList<Run>)runs);

    private static readonly Gen<TableCell> Cell =
        from runs in Runs
        from columns in Gen.Int[0, 3]
        from rows in Gen.Int[0, 3]
        from alignment in Gen.Enum<ColumnAlignment>()
        select new TableCell(runs) { ColumnSpan = columns == 3 ? 1 : columns, RowSpan = rows == 3 ? 1 : rows, Alignment = alignment };

    private static readonly Gen<Table> AnyTable =
        from columns in Gen.Int[0, 6]
        from rows in Cell.List[0, 6].List[0, 6]
        from caption in Text
        select new Table
        {
            Columns = [.. Enumerable.Range(0, columns).Select(i => new TableColumn($"第{i}栏", i + 0.5))],
            Rows = [.. rows.Select(cells => new TableRow(cells) { Anchor = "figure:legal-service", KeepWithNext = cells.Count == 2 })],
            Caption = caption,
        };

    /// <summary>As many cells as columns: what a careful caller makes.</summary>
    private static readonly Gen<Table> FitTable =
        from columns in Gen.Int[1, 8]
        from rows in Runs.List[columns].List[0, 40]
        select new Table
        {
            Columns = [.. Enumerable.Range(0, columns).Select(i => new TableColumn($"第{i}栏", i + 0.5, (ColumnAlignment)(i % 4)))],
            Rows = [.. rows.Select(cells => new TableRow([.. cells.Select(runs => new TableCell(runs))]))],
        };

    private static readonly Gen<Block> FitBlock = Gen.OneOf(
        from level in Gen.Int[1, 4] from runs in Runs select (Block)new Heading(level, runs),
        Runs.Select(runs => (Block)new Paragraph(runs)),
        Runs.Select(runs => (Block)new Paragraph(runs)),
        FitTable.Select(table => (Block)table),
        Fit.List[1, 3].Select(names => (Block)new AttachmentNote(names)),
        Gen.Int[0, 3].Select(i => (Block)SampleCharts.All[i]),
        from values in Gen.Int[-1000, 1_000_000].List[1, 31]
        select (Block)new ColumnChart
        {
            Caption = "图",
            Categories = [.. values.Select((_, i) => $"{i}")],
            Series = [new("值", [.. values.Select(value => value % 7 == 0 ? (decimal?)null : value)])],
        });

    private static readonly Gen<Block> UnfitBlock = Gen.OneOf(
        from level in Gen.Int[-1, 9] from runs in Runs select (Block)new Heading(level, runs),
        AnyTable.Select(table => (Block)table),
        from values in Gen.Decimal.Nullable().List[0, 40]
        select (Block)new ColumnChart
        {
            Caption = "图",
            Categories = [.. values.Select((_, i) => $"{i}")],
            Series = [new("值", values)],
        },
        Gen.Byte.Array[0, 60].Select(bytes => (Block)new Image("图片.png", bytes, "说明")));

    private static readonly Gen<Block> AnyBlock = Gen.Frequency((19, FitBlock), (1, UnfitBlock));

    public static readonly Gen<OfficialDocument> One =
        from title in Text
        from body in AnyBlock.List[0, 6]
        from annex in AnyBlock.List[0, 3]
        from profile in Gen.Enum<LayoutProfile>()
        from landscape in Gen.Bool
        from addressee in Text
        from note in Text
        from seal in Gen.Bool
        select Samples.Empty with
        {
            Title = title,
            TitleIssuer = null,
            Addressees = [addressee],
            Body = body,
            Annexes = [new Annex(title, annex) { Landscape = landscape }],
            Note = note,
            Profile = profile,
            Head = profile == LayoutProfile.Letter ? FormalSamples.Letter.Head : Samples.Head,
            Imprint = Samples.Imprint,
            Signature = new Signature(addressee, new DateOnly(2024, 2, 7), seal),
        };
}
