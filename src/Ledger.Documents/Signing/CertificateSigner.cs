using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Ledger.Documents;

/// <summary>
/// Signs with a certificate's private key as PAdES baseline asks (ETSI EN 319 142-1): SHA-256, the certificate's hash
/// among the signed attributes, no time in the signature itself.
/// </summary>
/// <param name="certificate">With its private key; the caller keeps and disposes it.</param>
/// <param name="chain">The certificates between it and a root, for those who check.</param>
public sealed class CertificateSigner(X509Certificate2 certificate, params IReadOnlyList<X509Certificate2> chain) : ISigner
{
    // RFC 5035, 3: id-aa-signingCertificateV2.
    private const string SigningCertificate = "1.2.840.113549.1.9.16.2.47", Sha256 = "2.16.840.1.101.3.4.2.1";
    private const int RoomBesidesCertificates = 4096;

    /// <inheritdoc/>
    public int Room => RoomBesidesCertificates + certificate.RawData.Length + chain.Sum(one => one.RawData.Length);

    /// <exception cref="DocumentException">The certificate has no private key.</exception>
    public byte[] Sign(ReadOnlyMemory<byte> content)
    {
        if (!certificate.HasPrivateKey)
            throw new DocumentException($"证书“{certificate.Subject}”没有私钥。", $"The certificate {certificate.Subject} has no private key.");
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.Certificates.AddRange(chain.ToArray());
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificate), SigningCertificateV2()));
        var cms = new SignedCms(new ContentInfo(content.ToArray()), detached: true);
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    // SigningCertificateV2 of one ESSCertIDv2; its hash algorithm is SHA-256 when left out.
    private byte[] SigningCertificateV2()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        return writer.Encode();
    }
}
