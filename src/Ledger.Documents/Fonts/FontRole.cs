namespace Ledger.Documents.Fonts;

/// <summary>What a character is set as; each role has its chain of faces.</summary>
internal enum FontRole
{
    /// <summary>正文 仿宋.</summary>
    Body,

    /// <summary>标题 小标宋.</summary>
    Title,

    /// <summary>一级标题、“附件”、表头 黑体.</summary>
    Hei,

    /// <summary>二级标题 楷体.</summary>
    Kai,

    /// <summary>页码、表内数字 宋体.</summary>
    Song,
}
