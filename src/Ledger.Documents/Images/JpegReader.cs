using System.Buffers.Binary;

namespace Ledger.Documents.Images;

/// <summary>
/// Walks through a JPEG file's segments (ITU-T T.81, annex B): finds its size and kind, keeps what draws the picture,
/// leaves out what tells of camera, place and time. The coded picture itself is not touched.
/// </summary>
internal sealed class JpegReader(string name, ReadOnlyMemory<byte> content)
{
    private const byte StartOfScan = 0xDA, EndOfImage = 0xD9, Exif = 0xE1, Icc = 0xE2, Adobe = 0xEE, Jfif = 0xE0, Comment = 0xFE;

    private readonly List<byte> kept = [0xFF, 0xD8];
    private (int Width, int Height, int Components)? frame;
    private Orientation orientation = Orientation.Upright;
    private int at = 2;

    public static JpegPicture Read(string name, ReadOnlyMemory<byte> content) => new JpegReader(name, content).Read();

    private JpegPicture Read()
    {
        var scanned = false;
        for (var marker = Marker(); marker != EndOfImage; marker = Marker())
        {
            scanned |= marker == StartOfScan;
            Segment(marker);
        }

        if (frame is not { } found || !scanned) throw PictureFault.Broken(name);
        kept.AddRange([0xFF, EndOfImage]);
        return new JpegPicture(found.Width, found.Height, found.Components, [.. kept]) { Orientation = orientation };
    }

    private byte Marker()
    {
        var bytes = content.Span;
        if (at >= bytes.Length || bytes[at] != 0xFF) throw PictureFault.Broken(name);
        while (at < bytes.Length && bytes[at] == 0xFF) at++;
        return at < bytes.Length ? bytes[at++] : throw PictureFault.Broken(name);
    }

    private void Segment(byte marker)
    {
        var bytes = content.Span;
        if (at + 2 > bytes.Length) throw PictureFault.Broken(name);
        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
        if (length < 2 || at + length > bytes.Length) throw PictureFault.Broken(name);
        var data = bytes.Slice(at + 2, length - 2);
        if (IsFrame(marker)) frame = Frame(marker, data);
        if (marker == Exif && orientation == Orientation.Upright) orientation = ExifOrientation.Read(data);
        var end = at + length;
        if (marker == StartOfScan) end = EndOfScan(bytes, end);
        if (marker is Jfif or Icc or Adobe || marker is not (Comment or (>= 0xE0 and <= 0xEF)))
        {
            kept.AddRange([0xFF, marker]);
            kept.AddRange(bytes[at..end]);
        }

        at = end;
    }

    // SOF0 to SOF15 without the tables DHT, JPG and DAC that share their range.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private (int Width, int Height, int Components) Frame(byte marker, ReadOnlySpan<byte> data)
    {
        if (data.Length < 6) throw PictureFault.Broken(name);
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(data[1..]), BinaryPrimitives.ReadUInt16BigEndian(data[3..]));
        if (width == 0 || height == 0) throw PictureFault.Broken(name);
        if (marker > 0xC2 || data[0] != 8)
            throw PictureFault.Of(name, "是少见的 JPEG 格式，请另存为普通 JPEG", "is of an uncommon kind of JPEG; save it as an ordinary one");
        return data[5] is 1 or 3
            ? (width, height, data[5])
            : throw PictureFault.Of(name, "是印刷用的四色（CMYK）JPEG，请另存为 RGB", "is a CMYK JPEG; save it as RGB");
    }

    /// <summary>The place of the next marker that is no part of the coded picture.</summary>
    private int EndOfScan(ReadOnlySpan<byte> bytes, int from)
    {
        for (var i = from; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] == 0xFF && bytes[i + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))) return i;
        }

        throw PictureFault.Broken(name);
    }
}
