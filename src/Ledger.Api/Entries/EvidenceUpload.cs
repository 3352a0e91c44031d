using Ledger.Api.Setup;
using Ledger.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ledger.Api.Entries;

/// <summary>The one file of an upload, already kept, under the name it will have.</summary>
public sealed record EvidenceUpload(KeptFile File, string Name)
{
    private const string Part = "file";

    /// <summary>Reads multipart/form-data straight from the wire into the store: exactly one file, named <c>file</c>.</summary>
    public static async Task<(EvidenceUpload? Upload, ProblemDetails? Refusal)> ReceiveAsync(HttpContext http, EvidenceStore store, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(store);
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return (null, http.Refuse(415, "media-type", "请以 multipart/form-data 上传文件", "Send the file as multipart/form-data"));
        if (HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
            return (null, Malformed(http));
        try
        {
            return await ReadAsync(new MultipartReader(boundary, http.Request.Body), http, store, ct);
        }
        catch (InvalidDataException)
        {
            return (null, Malformed(http));
        }
    }

    private static async Task<(EvidenceUpload?, ProblemDetails?)> ReadAsync(MultipartReader parts, HttpContext http, EvidenceStore store, CancellationToken ct)
    {
        EvidenceUpload? upload = null;
        while (await NextAsync(parts, ct) is { } part)
        {
            if (upload is not null)
                return (null, OneFile(http, "一次只能上传一个文件", "One file at a time"));
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var head) || !head.IsFileDisposition() || HeaderUtilities.RemoveQuotes(head.Name) != Part)
                return (null, OneFile(http, "请只上传一个名为 file 的文件", "Send one file part named 'file' and nothing else"));
            var (kept, fault) = await store.KeepAsync(part.Body, ct);
            if (kept is null)
                return (null, Refusal(fault, http));
            var name = head.FileNameStar.HasValue ? head.FileNameStar : HeaderUtilities.RemoveQuotes(head.FileName);
            // Browsers write a quotation mark in a name as %22.
            upload = new EvidenceUpload(kept, EvidenceName.Of(name.Value?.Replace("%22", "\"", StringComparison.Ordinal), kept.Type));
        }

        return upload is null ? (null, OneFile(http, "没有收到文件", "There is no file")) : (upload, null);
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader parts, CancellationToken ct)
    {
        try
        {
            return await parts.ReadNextSectionAsync(ct);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            throw new InvalidDataException("The upload breaks off", e);
        }
    }

    private static ProblemDetails Refusal(EvidenceFault fault, HttpContext http) => fault switch
    {
        EvidenceFault.TooLarge => Failures.TooLarge(http),
        EvidenceFault.Empty => OneFile(http, "文件是空的", "The file is empty"),
        _ => http.Refuse(
            415,
            "evidence-type",
            $"不接受这种文件。可上传：{EvidenceType.Accepted}（以内容判断，不看文件名）",
            $"This kind of file is not accepted. Accepted, by content and not by name: {EvidenceType.AcceptedInEnglish}"),
    };

    private static ProblemDetails OneFile(HttpContext http, string message, string english) =>
        http.Invalid([new Problem(Part, message, english)]);

    private static ProblemDetails Malformed(HttpContext http) =>
        http.Refuse(400, "not-multipart", "上传内容不完整或格式不对", "The multipart body is incomplete or malformed");
}
