using System.Net.Http.Headers;

namespace Ledger.Api.Tests.Importing;

/// <summary>What people do with tables.</summary>
internal static class ImportVerbs
{
    public static MultipartFormDataContent Form(byte[] file, string name = "台账.xlsx")
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new MultipartFormDataContent { { content, "file", name } };
    }

    public static Task<Answer> PreviewAsync(this LedgerService ledger, string unit, string kind, byte[] file, string? language = null) =>
        ledger.SendAsync(HttpMethod.Post, $"/api/units/{unit}/import/{kind}", Form(file), language: language);

    public static Task<Answer> ConfirmAsync(this LedgerService ledger, string unit, string kind, string sha256, byte[] file, string alike = "") =>
        ledger.SendAsync(HttpMethod.Post, $"/api/units/{unit}/import/{kind}/{sha256}?alike={alike}", Form(file));

    /// <summary>Looked at and confirmed.</summary>
    public static async Task<Answer> ImportAsync(this LedgerService ledger, string unit, string kind, byte[] file, string alike = "")
    {
        var preview = (await ledger.PreviewAsync(unit, kind, file)).Is(200);
        return await ledger.ConfirmAsync(unit, kind, preview["sha256"].GetString()!, file, alike);
    }
}
