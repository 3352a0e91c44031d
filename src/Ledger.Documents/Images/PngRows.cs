using System.IO.Compression;

namespace Ledger.Documents.Images;

/// <summary>A PNG picture's rows: unpacked, and the filter of each undone (ISO/IEC 15948, 9).</summary>
internal static class PngRows
{
    /// <summary>The rows with the filter's number before each, exactly as many bytes as the header asks for.</summary>
    /// <exception cref="DocumentException">The stream is damaged, too short, or names an unknown filter.</exception>
    public static byte[] Unpack(string name, PngHeader header, byte[] coded)
    {
        var stride = header.BytesPerRow + 1;
        var rows = new byte[checked((long)stride * header.Height)];
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(coded), CompressionMode.Decompress);
            zlib.ReadExactly(rows);
            // Reads on to the stream's end, where its checksum stands.
            if (zlib.ReadByte() >= 0) throw PictureFault.Broken(name);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            throw PictureFault.Broken(name);
        }

        for (var row = 0; row < header.Height; row++)
        {
            if (rows[row * stride] > 4) throw PictureFault.Broken(name);
        }

        return rows;
    }

    /// <summary>The samples, row by row, without the filters.</summary>
    public static byte[] Unfilter(PngHeader header, byte[] rows)
    {
        var (width, step) = (header.BytesPerRow, header.BytesPerPixel);
        var plain = new byte[(long)width * header.Height];
        for (var row = 0; row < header.Height; row++)
        {
            var filtered = rows.AsSpan(row * (width + 1), width + 1);
            var (at, above) = (row * width, (row - 1) * width);
            for (var i = 0; i < width; i++)
            {
                var left = i >= step ? plain[at + i - step] : 0;
                var up = row > 0 ? plain[above + i] : 0;
                var corner = row > 0 && i >= step ? plain[above + i - step] : 0;
                plain[at + i] = (byte)(filtered[i + 1] + filtered[0] switch
                {
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => 0,
                });
            }
        }

        return plain;
    }

    /// <summary>Rows of one byte a sample, each as its difference to the one above: what a zlib stream holds well.</summary>
    public static byte[] Filter(byte[] plain, int bytesPerRow)
    {
        const byte up = 2;
        var height = plain.Length / bytesPerRow;
        var rows = new byte[plain.Length + height];
        for (var row = 0; row < height; row++)
        {
            var at = row * (bytesPerRow + 1);
            rows[at] = up;
            for (var i = 0; i < bytesPerRow; i++)
                rows[at + 1 + i] = (byte)(plain[row * bytesPerRow + i] - (row > 0 ? plain[(row - 1) * bytesPerRow + i] : 0));
        }

        return rows;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
