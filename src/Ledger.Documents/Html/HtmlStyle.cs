namespace Ledger.Documents.Html;

/// <summary>The page's own style sheet: nothing is fetched from anywhere.</summary>
internal static class HtmlStyle
{
    public const string Sheet =
        """
        :root { color-scheme: light; --fang: FangSong_GB2312, 仿宋_GB2312, FangSong, 仿宋, FandolFang, STFangsong, serif;
          --hei: SimHei, 黑体, FandolHei, "Noto Sans CJK SC", sans-serif; --kai: KaiTi_GB2312, 楷体_GB2312, KaiTi, 楷体, FandolKai, STKaiti, serif;
          --song: SimSun, 宋体, FandolSong, "Noto Serif CJK SC", serif;
          --biaosong: 方正小标宋简体, FZXiaoBiaoSong-B05S, FandolSong, "Noto Serif CJK SC", SimSun, serif; }
        body { margin: 0; background: #f2f2f0; color: #000; font: 16pt/29pt var(--fang); }
        article { box-sizing: border-box; max-width: 210mm; margin: 1rem auto; padding: 18mm 26mm 20mm 28mm; background: #fff; }
        h1, .annex > h2 { font: 700 22pt/33pt var(--biaosong); text-align: center; margin: 0 0 29pt; text-wrap: balance; }
        .level1, .level2, .level3, .level4 { font: 400 16pt/29pt var(--fang); margin: 0; text-indent: 2em; }
        .level1 { font-family: var(--hei); } .level2 { font-family: var(--kai); }
        p { margin: 0; text-indent: 2em; text-align: justify; line-break: strict; }
        strong { font-family: var(--hei); font-weight: 400; }
        .addressees, .label, .note { text-indent: 0; } .label { font-family: var(--hei); margin-bottom: 29pt; }
        .note { font-size: 12pt; line-height: 18pt; margin-top: 6pt; }
        .attachments { display: flex; margin: 29pt 0 0 2em; } .attachments span { flex: none; }
        .attachments ul { list-style: none; margin: 0; padding: 0; }
        .signature { margin: 29pt 2em 0 auto; width: fit-content; } .signature p { text-indent: 0; }
        .signature .date { padding-left: 2em; } .sealed { text-align: center; margin: 58pt 4em 0 auto; } .sealed .date { padding: 0; }
        table { border-collapse: collapse; width: 100%; font-size: 12pt; line-height: 16pt; table-layout: fixed; }
        caption .name { display: block; font-family: var(--hei); } caption .unit { display: block; text-align: right; }
        th, td { border: 1px solid #000; padding: 4.5pt 3pt; overflow-wrap: anywhere; } thead th { font-family: var(--hei); font-weight: 400; }
        tbody th { font-weight: 400; text-align: left; } .center { text-align: center; } .right, .decimal { text-align: right; font-variant-numeric: tabular-nums; }
        figure { margin: 14pt 0; text-align: center; } figcaption { font: 12pt/16pt var(--hei); margin-top: 4pt; }
        .picture img { max-width: 100%; height: auto; }
        .chart svg { display: block; overflow: visible; width: 100%; height: auto; margin: 0 auto; } .chart text { font-family: var(--song); } .chart .hei { font-family: var(--hei); }
        a { color: inherit; text-decoration: underline dotted #666; text-underline-offset: .2em; } a:focus-visible { outline: 2px solid #06c; }
        :target { background: #fff3c4; } .sample { text-align: right; font: 10.5pt/16pt var(--kai); margin-bottom: 12pt; }
        .annex { margin-top: 29pt; padding-top: 29pt; border-top: 1px solid #bbb; }
        @media (max-width: 50rem) { article { padding: 6vw; margin: 0; } table { display: block; overflow-x: auto; } }
        @page { size: A4; margin: 37mm 26mm 35mm 28mm; } @page wide { size: A4 landscape; }
        @media print { body { background: none; } article { max-width: none; margin: 0; padding: 0; } a { text-decoration: none; }
          .annex { break-before: page; border: 0; margin: 0; padding: 0; } .wide { page: wide; } tr, figure { break-inside: avoid; } thead { display: table-header-group; }
          h1, h2, h3, h4, h5, .label { break-after: avoid; } .signature { break-before: avoid; } }
        """;
}
