using System.Text;
using CsCheck;
using Ledger.Documents.Images;
using Ledger.Documents.Tests.Fixtures;

namespace Ledger.Documents.Tests.Images;

public class PictureTests
{
    [Fact]
    public void the_checksum_is_the_one_everybody_knows() => Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void a_jpeg_is_passed_through_as_coded(int components)
    {
        var file = Pictures.Jpeg(components);
        var jpeg = Assert.IsType<JpegPicture>(Read(file));
        Assert.Equal((8, 8, components), (jpeg.Width, jpeg.Height, jpeg.Components));
        Assert.Equal(file, jpeg.File);
    }

    [Fact]
    public void a_photograph_tells_which_way_up_it_is_and_nothing_more_of_itself()
    {
        var jpeg = Assert.IsType<JpegPicture>(Read(Pictures.Jpeg(3, 0xC0, Pictures.Exif(6))));
        Assert.Equal(Orientation.QuarterRight, jpeg.Orientation);
        Assert.Equal(Pictures.Jpeg(3), jpeg.File);
        Assert.DoesNotContain("CAM", Encoding.Latin1.GetString(jpeg.TurnedFile), StringComparison.Ordinal);
        Assert.Equal(Orientation.QuarterRight, Read(jpeg.TurnedFile).Orientation);
    }

    [Fact]
    public void every_orientation_puts_the_first_seen_corner_at_the_top_left()
    {
        // TIFF 6.0, tag 274: where row 0 and column 0 of the coded picture are seen.
        var seen = new Dictionary<int, ((double X, double Y) First, (double X, double Y) EndOfRow)>
        {
            [1] = ((0, 1), (1, 1)),
            [2] = ((1, 1), (0, 1)),
            [3] = ((1, 0), (0, 0)),
            [4] = ((0, 0), (1, 0)),
            [5] = ((0, 1), (0, 0)),
            [6] = ((1, 1), (1, 0)),
            [7] = ((1, 0), (1, 1)),
            [8] = ((0, 0), (0, 1)),
        };
        foreach (var (orientation, (first, endOfRow)) in seen)
        {
            var m = ((Orientation)orientation).Matrix();
            (double, double) At(double x, double y) => (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]);
            Assert.Equal(first, At(0, 1));
            Assert.Equal(endOfRow, At(1, 1));
        }
    }

    [Fact]
    public void what_can_be_seen_through_lies_on_white()
    {
        var png = Assert.IsType<PngPicture>(Read(Pictures.Png(2, 1, 8, 6, [200, 100, 0, 0, 200, 100, 0, 51])));
        Assert.Equal((3, 8, null), (png.Colors, png.Bits, png.Palette));
        Assert.Equal([255, 255, 255, 244, 224, 204], Plain(png));
    }

    [Fact]
    public void palette_grey_and_key_transparency_lie_on_white_too()
    {
        Assert.Equal([255, 255, 255, 0, 0, 0], Plain(Read(Pictures.Png(2, 1, 1, 3, [0b0100_0000], [9, 9, 9, 0, 0, 0], [0]))));
        Assert.Equal([255, 128], Plain(Read(Pictures.Png(2, 1, 8, 4, [0, 0, 128, 255]))));
        Assert.Equal([255, 8], Plain(Read(Pictures.Png(2, 1, 8, 0, [7, 8], null, [0, 7]))));
    }

    [Fact]
    public void an_opaque_png_goes_in_as_it_was_packed() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Int[0, 3]).Sample((width, height, kind) =>
        {
            var (bits, color, bytes) = (kind % 2 == 0 ? 8 : 16, kind < 2 ? 0 : 2, (kind < 2 ? 1 : 3) * (kind % 2 + 1));
            byte[] pixels = [.. Enumerable.Range(0, width * height * bytes).Select(i => (byte)(i * 7))];
            var png = Assert.IsType<PngPicture>(Read(Pictures.Png(width, height, bits, color, pixels)));
            Assert.Equal((width, height, bits), (png.Width, png.Height, png.Bits));
            Assert.Equal(pixels, Plain(png));
        });

    [Fact]
    public void filtering_rows_and_undoing_it_changes_nothing() =>
        Gen.Byte.Array[60].Sample(plain => Assert.Equal(plain, PngRows.Unfilter(new PngHeader(4, 5, 8, 2), PngRows.Filter(plain, 12))));

    [Fact]
    public void the_author_of_a_png_is_left_out() =>
        Assert.DoesNotContain("someone", Encoding.Latin1.GetString(Assert.IsType<PngPicture>(Read(Pictures.Png(1, 1, 8, 0, [1]))).File), StringComparison.Ordinal);

    [Fact]
    public void a_file_cut_short_or_changed_anywhere_is_refused_by_name_or_read_but_never_fails_otherwise()
    {
        foreach (var file in new[] { Pictures.Jpeg(3, 0xC0, Pictures.Exif(3)), Pictures.Png(3, 2, 8, 6, new byte[24]) })
        {
            for (var length = 2; length < file.Length; length++)
                Assert.Contains("“证据.jpg”", Assert.Throws<DocumentException>(() => Read(file[..length])).Message, StringComparison.Ordinal);
            for (var at = 0; at < file.Length; at++)
            {
                byte[] changed = [.. file];
                changed[at] ^= 0xFF;
                if (Record.Exception(() => Read(changed)) is { } error) Assert.IsType<DocumentException>(error);
            }
        }
    }

    public static TheoryData<byte[], string> Faults => new()
    {
        { Pictures.Jpeg(4), "CMYK" },
        { Pictures.Jpeg(1, 0xC9), "少见" },
        { Pictures.Png(1, 1, 8, 0, [1], interlace: 1), "隔行" },
        { Pictures.Png(2, 1, 8, 3, [0, 5], [1, 2, 3]), "损坏" },
        { Pictures.Png(60000, 60000, 8, 0, new byte[60000]), "太大" },
        { "GIF89a"u8.ToArray(), "JPEG" },
        { [], "JPEG" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void what_cannot_be_printed_is_refused_by_name(byte[] file, string reason)
    {
        var error = Assert.Throws<DocumentException>(() => Read(file));
        Assert.Contains("“证据.jpg”", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_picture_nobody_described_is_refused() =>
        Assert.Throws<DocumentException>(() => Picture.Read(new Image("证据.jpg", Pictures.Jpeg(), " ")));

    private static Picture Read(byte[] file) => Picture.Read(new Image("证据.jpg", file, "现场照片"));

    private static byte[] Plain(Picture picture)
    {
        var png = Assert.IsType<PngPicture>(picture);
        var header = new PngHeader(png.Width, png.Height, png.Bits, png.Colors == 3 ? 2 : 0);
        return PngRows.Unfilter(header, PngRows.Unpack("证据.jpg", header, png.Rows));
    }
}
