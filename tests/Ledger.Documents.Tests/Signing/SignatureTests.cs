using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;

namespace Ledger.Documents.Tests.Signing;

public class SignatureTests
{
    private static readonly OfficialDocument Document = Samples.Empty with { Body = [new Paragraph(Samples.Prose[0])] };

    [Fact]
    public void the_signature_holds_for_the_file_it_is_in()
    {
        using var certificate = Certificate();
        var pdf = Sign(new SignatureField { Signer = new CertificateSigner(certificate), Reason = "发布", SignedAt = Document.IssuedAt });
        var cms = Read(pdf);
        cms.CheckSignature(verifySignatureOnly: true);
        Assert.Equal(certificate.RawData, Assert.Single(cms.Certificates).RawData);
    }

    [Fact]
    public void no_byte_outside_the_signature_can_be_changed()
    {
        using var certificate = Certificate();
        var pdf = Sign(new SignatureField { Signer = new CertificateSigner(certificate) });
        var (start, end) = Gap(pdf);
        for (var at = 0; at < pdf.Length; at += 97)
        {
            if (at >= start && at < end) continue;
            byte[] changed = [.. pdf];
            changed[at] ^= 1;
            Assert.ThrowsAny<Exception>(() => Read(changed).CheckSignature(verifySignatureOnly: true));
        }
    }

    [Fact]
    public void the_range_is_the_whole_file_but_for_the_signature()
    {
        using var certificate = Certificate();
        var pdf = Sign(new SignatureField { Signer = new CertificateSigner(certificate) });
        var (start, end) = Gap(pdf);
        Assert.Equal((byte)'<', pdf[start]);
        Assert.Equal((byte)'>', pdf[end - 1]);
        Assert.Equal(pdf[..start].Concat(pdf[end..]), PdfSignature.SignedBytes(pdf));
    }

    [Fact]
    public void the_signed_attributes_name_the_certificate_and_no_time()
    {
        using var certificate = Certificate();
        var attributes = Read(Sign(new SignatureField { Signer = new CertificateSigner(certificate) })).SignerInfos[0].SignedAttributes;
        var oids = attributes.Cast<CryptographicAttributeObject>().Select(attribute => attribute.Oid.Value).ToList();
        Assert.Contains("1.2.840.113549.1.9.16.2.47", oids);
        Assert.DoesNotContain("1.2.840.113549.1.9.5", oids);
        var certificateHash = Convert.ToHexString(SHA256.HashData(certificate.RawData));
        Assert.Contains(attributes.Cast<CryptographicAttributeObject>(), attribute => Convert.ToHexString(attribute.Values[0].RawData).EndsWith(certificateHash, StringComparison.Ordinal));
    }

    [Fact]
    public void the_time_stands_in_the_file_only_when_it_is_given()
    {
        Assert.Contains("/M (D:20240115093000+08'00')", Text(Sign(new SignatureField { SignedAt = Document.IssuedAt })), StringComparison.Ordinal);
        Assert.DoesNotContain("/M (", Text(Sign(new SignatureField())), StringComparison.Ordinal);
    }

    [Fact]
    public void a_seal_service_fills_the_room_later_and_changes_nothing_else()
    {
        using var certificate = Certificate();
        var reserved = Sign(new SignatureField());
        Assert.Equal(reserved, Sign(new SignatureField()));
        var filled = PdfSignature.Fill(reserved, new CertificateSigner(certificate).Sign(PdfSignature.SignedBytes(reserved)));
        Assert.Equal(PdfSignature.SignedBytes(reserved), PdfSignature.SignedBytes(filled));
        Read(filled).CheckSignature(verifySignatureOnly: true);
    }

    [Fact]
    public void a_signer_is_given_what_the_range_says()
    {
        var signer = new NotedSigner();
        var pdf = Sign(new SignatureField { Signer = signer });
        Assert.Equal(PdfSignature.SignedBytes(pdf), signer.Given);
    }

    [Fact]
    public void a_signature_larger_than_its_room_is_refused() =>
        Assert.Throws<DocumentException>(() => PdfSignature.Fill(Sign(new SignatureField { ReservedRoom = 100 }), new byte[101]));

    [Fact]
    public void a_file_without_room_is_refused() =>
        Assert.Throws<DocumentException>(() => PdfSignature.SignedBytes(TestFonts.Render(Document).Bytes));

    [Fact]
    public void the_field_is_in_the_form_the_page_and_the_structure()
    {
        var pdf = Sign(new SignatureField());
        using (var read = PdfDocument.Open(pdf)) Assert.True(read.TryGetForm(out var form) && form.Fields.Count == 1);
        using var tagged = new TaggedPdf(pdf);
        var form1 = Assert.Single(tagged.Of("Form"));
        Assert.Equal("Widget", tagged.Find<UglyToad.PdfPig.Tokens.NameToken>(Assert.Single(form1.Annotations), "Subtype")?.Data);
    }

    private static byte[] Sign(SignatureField field) => PdfRenderer.Render(Document, TestFonts.Library, field).Bytes;

    private static SignedCms Read(byte[] pdf)
    {
        var (start, end) = Gap(pdf);
        var cms = new SignedCms(new ContentInfo([.. pdf[..start], .. pdf[end..]]), detached: true);
        cms.Decode(Convert.FromHexString(Encoding.ASCII.GetString(pdf[(start + 1)..(end - 1)])));
        return cms;
    }

    private static (int Start, int End) Gap(byte[] pdf)
    {
        var numbers = Regex.Match(Text(pdf), @"/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]").Groups.Values.Skip(1).Select(group => int.Parse(group.Value, null)).ToList();
        Assert.Equal((0, pdf.Length), (numbers[0], numbers[2] + numbers[3]));
        return (numbers[1], numbers[2]);
    }

    private static string Text(byte[] pdf) => RawPdf.Text(pdf);

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=样例签章", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2034, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private sealed class NotedSigner : ISigner
    {
        public byte[] Given { get; private set; } = [];

        public int Room => 8;

        public byte[] Sign(ReadOnlyMemory<byte> content)
        {
            Given = content.ToArray();
            return [1, 2, 3];
        }
    }
}
