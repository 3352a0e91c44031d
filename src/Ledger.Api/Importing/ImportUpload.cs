using Ledger.Api.Setup;
using Ledger.Domain;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Api.Importing;

/// <summary>The one file of an upload, in memory, and the words that came with it.</summary>
internal sealed record ImportUpload(byte[] File, IFormCollection Form)
{
    private const string Part = "file";

    private static readonly FormOptions Limits = new() { MultipartBodyLengthLimit = BodyLimit.Import, ValueCountLimit = 10, ValueLengthLimit = 1000, MultipartHeadersLengthLimit = 4096 };

    public static async Task<(ImportUpload? Upload, ProblemDetails? Refusal)> ReceiveAsync(HttpContext http, CancellationToken ct)
    {
        if (!http.Request.HasFormContentType)
            return (null, http.Refuse(415, "media-type", "请以 multipart/form-data 上传文件", "Send the file as multipart/form-data"));
        IFormCollection form;
        try
        {
            form = await new FormFeature(http.Request, Limits).ReadFormAsync(ct);
        }
        catch (InvalidDataException)
        {
            return (null, http.Refuse(400, "not-multipart", "上传内容不完整或格式不对", "The multipart body is incomplete or malformed"));
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            return (null, http.Refuse(400, "not-multipart", "上传内容不完整或格式不对", "The multipart body is incomplete or malformed"));
        }

        if (form.Files is not [{ Name: Part, Length: > 0 } file])
            return (null, http.Invalid([new Problem(Part, "请选择一个表格文件", "Choose one table to send, as the part 'file'")]));
        var bytes = new byte[file.Length];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, ct);
        return (new ImportUpload(bytes, form), null);
    }
}
