using System.Buffers.Binary;
using System.Text;

namespace Ledger.Documents.Pdf;

/// <summary>An sRGB colour profile (ICC.1:2010, version 4.3), built here: the output intent that PDF/A asks for.</summary>
internal static class SrgbProfile
{
    private const int HeaderLength = 128, TagEntryLength = 12;

    // Bradford, from D65 to the D50 of the profile connection space. Above Bytes, which is built from it.
    private static readonly double[] Adaptation =
        [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168];

    public static byte[] Bytes { get; } = Build();

    private static byte[] Build()
    {
        var curve = Parametric(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Localized("sRGB")),
            ("cprt", Localized("Public domain")),
            ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("chad", [.. "sf32"u8, .. Big(0), .. Fixed(Adaptation)]),
            ("rXYZ", Xyz(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Xyz(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Xyz(0.14307, 0.06061, 0.7141)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var (directory, data) = (new List<byte>(Big(tags.Length)), new List<byte>());
        var start = HeaderLength + 4 + tags.Length * TagEntryLength;
        foreach (var (tag, bytes) in tags)
        {
            directory.AddRange([.. Encoding.ASCII.GetBytes(tag), .. Big(start + data.Count), .. Big(bytes.Length)]);
            data.AddRange(bytes);
            while (data.Count % 4 != 0) data.Add(0);
        }

        return [.. Header(start + data.Count), .. directory, .. data];
    }

    private static byte[] Header(int length)
    {
        var header = new byte[HeaderLength];
        Big(length).CopyTo(header, 0);
        Big(0x04300000).CopyTo(header, 8);
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        byte[] created = [0x07, 0xE8, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0];
        created.CopyTo(header, 24);
        "acsp"u8.CopyTo(header.AsSpan(36));
        byte[] white = Fixed(0.9642, 1, 0.8249);
        white.CopyTo(header, 68);
        return header;
    }

    private static byte[] Xyz(double x, double y, double z) => [.. "XYZ "u8, .. Big(0), .. Fixed(x, y, z)];

    private static byte[] Parametric(params double[] values) => [.. "para"u8, .. Big(0), 0, 3, 0, 0, .. Fixed(values)];

    private static byte[] Localized(string text) =>
        [.. "mluc"u8, .. Big(0), .. Big(1), .. Big(12), .. "enUS"u8, .. Big(text.Length * 2), .. Big(28), .. Encoding.BigEndianUnicode.GetBytes(text)];

    private static byte[] Fixed(params double[] values)
    {
        var bytes = new byte[values.Length * 4];
        for (var i = 0; i < values.Length; i++) Big((int)Math.Round(values[i] * 65536)).CopyTo(bytes, i * 4);
        return bytes;
    }

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
