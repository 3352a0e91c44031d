namespace Ledger.Documents.Images;

/// <summary>The refusal of a picture, naming its file.</summary>
internal static class PictureFault
{
    public static DocumentException Of(string name, string chinese, string english) => new($"图片“{name}”{chinese}。", $"The picture “{name}” {english}.");

    public static DocumentException Broken(string name) => Of(name, "已损坏，无法读取，请重新取得原文件", "is damaged and cannot be read; get the original again");
}
