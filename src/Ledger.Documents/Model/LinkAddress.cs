namespace Ledger.Documents;

/// <summary>The addresses a document may lead to: absolute, and of a kind that runs nothing.</summary>
internal static class LinkAddress
{
    /// <summary>The address in its escaped form.</summary>
    /// <exception cref="DocumentException">It is not absolute, or not http, https or mailto.</exception>
    public static string Of(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto"
            ? uri!.AbsoluteUri
            : throw new DocumentException(
                $"链接必须是完整的 http、https 或 mailto 地址：{link}。",
                $"A link needs an absolute http, https or mailto address: {link}.");
}
