namespace Ledger.Documents;

/// <summary>
/// One official document (公文) as data: what is printed, never how it came about. The renderers turn the same value
/// into the same bytes on every machine that has the same fonts: no clock, culture or time zone is read.
/// </summary>
public sealed record OfficialDocument
{
    /// <summary>The whole title (7.3.1), e.g. 沈丘县招商服务中心关于2023年度法治政府建设情况的报告.</summary>
    public required string Title { get; init; }

    /// <summary>The issuer's name at the head of <see cref="Title"/>, after which a line may break first. Null: any fit place.</summary>
    public string? TitleIssuer { get; init; }

    /// <summary>主送机关 (7.3.2), printed flush left, joined by 、 and closed by a full-width colon.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>正文 (7.3.3). An <see cref="AttachmentNote"/> is added at the end when annexes exist and none is written.</summary>
    public required IReadOnlyList<Block> Body { get; init; }

    /// <summary>署名 and 成文日期 (7.3.5). Null: none is printed.</summary>
    public Signature? Signature { get; init; }

    /// <summary>附件 (7.3.7), each from a new page, numbered when there is more than one.</summary>
    public IReadOnlyList<Annex> Annexes { get; init; } = [];

    /// <summary>附注 (7.3.6), printed in round brackets under the date; brackets are added when missing.</summary>
    public string? Note { get; init; }

    /// <summary>A mark on every page above the type area for invented data, e.g. 样例数据（虚构）. Null: none.</summary>
    public string? SampleMark { get; init; }

    /// <summary>Who issues the document: the author in the file's metadata.</summary>
    public required string Author { get; init; }

    /// <summary>The only date in the file's metadata. It comes from the frozen edition, never from a clock.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The natural language of the text, a BCP 47 tag.</summary>
    public string Language { get; init; } = "zh-CN";

    /// <summary>The edition's id for the metadata (dc:identifier). Null: none.</summary>
    public string? Identifier { get; init; }

    /// <summary>Files carried inside the PDF as associated files (PDF/A-3). HTML leaves them out.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];

    /// <summary>版头 (7.2). Needed by the formal and the pre-printed profile, left out by the public one.</summary>
    public Head? Head { get; init; }

    /// <summary>版记 (7.4). Null: none. Left out by the public profile.</summary>
    public Imprint? Imprint { get; init; }

    /// <summary>Which head the first page gets.</summary>
    public LayoutProfile Profile { get; init; } = LayoutProfile.Public;
}
