namespace Ledger.Domain.Wording;

/// <summary>L-06: campaigns that are over and offices that are gone.</summary>
internal static class OutdatedTerms
{
    private static readonly (string Term, string Message)[] Terms =
    [
        ("先进性教育活动", "2005—2006 年的集中教育活动，早已结束；可写当年主题教育、主题党日"),
        ("群众路线教育实践活动", "2013—2014 年的集中教育活动，早已结束"),
        ("“四五”普法", "2001—2005 年的规划；现为“八五”普法（2021—2025 年）"),
        ("“五五”普法", "2006—2010 年的规划；现为“八五”普法（2021—2025 年）"),
        ("“六五”普法", "2011—2015 年的规划；现为“八五”普法（2021—2025 年）"),
        ("“七五”普法", "2016—2020 年的规划；现为“八五”普法（2021—2025 年）"),
        ("国务院法制办", "2018 年并入司法部"),
        ("政府法制办", "2018 年机构改革后职责在司法行政部门"),
        ("工商行政管理局", "2018 年机构改革后为市场监督管理局"),
        ("质量技术监督局", "2018 年机构改革后为市场监督管理局"),
        ("食品药品监督管理局", "2018 年机构改革后为市场监督管理局"),
        ("依法行政工作领导小组", "多已调整为法治政府建设领导小组，请核对现用名称"),
    ];

    public static WordingRule Rule { get; } = new("L-06", "不用过时的活动和机构名称", "No campaigns that are over, no offices that are gone", "2018 年机构改革、中央宣传部和司法部历次普法规划", Find);

    private static IEnumerable<(string, string, string)> Find(WordedText text) =>
        from block in text.Blocks
        from term in Terms
        where block.Text.Contains(term.Term, StringComparison.Ordinal)
        select (block.Place, term.Term, term.Message);
}
