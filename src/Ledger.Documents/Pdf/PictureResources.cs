using System.Globalization;
using System.Security.Cryptography;
using Ledger.Documents.Images;
using Ledger.Documents.Layout;
using static Ledger.Documents.Pdf.PdfSyntax;

namespace Ledger.Documents.Pdf;

/// <summary>The pictures of a document as image objects (ISO 32000-1, 8.9.5), each file once however often it is shown.</summary>
internal sealed class PictureResources
{
    private readonly Dictionary<Picture, string> names = new(ReferenceEqualityComparer.Instance);

    public PictureResources(PdfFile file, IEnumerable<PageContent> pages)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var entries = new List<string>();
        foreach (var picture in pages.SelectMany(page => page.Marks).OfType<PictureMark>().Select(mark => mark.Picture))
        {
            var hash = Convert.ToHexString(SHA256.HashData(picture switch { JpegPicture jpeg => jpeg.File, PngPicture png => png.File, _ => [] }));
            if (!known.TryGetValue(hash, out var name))
            {
                known[hash] = name = string.Create(CultureInfo.InvariantCulture, $"/Im{entries.Count + 1}");
                entries.Add($"{name} {Ref(Add(file, picture))}");
            }

            names[picture] = name;
        }

        Entry = entries.Count == 0 ? "" : $" /XObject << {string.Join(' ', entries)} >>";
    }

    /// <summary>The pictures' entry in the resource dictionary, empty when there are none.</summary>
    public string Entry { get; }

    /// <summary>Draws the picture upright into its rectangle.</summary>
    public string Write(PictureMark mark)
    {
        var turn = string.Join(' ', mark.Picture.Orientation.Matrix().Select(entry => Number(entry)));
        var place = $"{Number(mark.Width)} 0 0 {Number(mark.Height)} {Number(mark.Left)} {Number(-mark.Top - mark.Height)} cm";
        return $"q {place} {(mark.Picture.Orientation == Orientation.Upright ? "" : $"{turn} cm ")}{names[mark.Picture]} Do Q\n";
    }

    private static int Add(PdfFile file, Picture picture)
    {
        var head = $"/Type /XObject /Subtype /Image /Width {picture.Width} /Height {picture.Height}";
        return picture switch
        {
            JpegPicture jpeg => file.AddStream($"{head} /ColorSpace {Space(jpeg.Components)} /BitsPerComponent 8 /Filter /DCTDecode", jpeg.File, compress: false),
            PngPicture png => file.AddStream(
                $"{head} /ColorSpace {(png.Palette is null ? Space(png.Colors) : Indexed(png.Palette))} /BitsPerComponent {png.Bits} "
                + $"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors {png.Colors} /BitsPerComponent {png.Bits} /Columns {png.Width} >>",
                png.Rows,
                compress: false),
            _ => throw new InvalidOperationException($"No image object for {picture.GetType().Name}."),
        };
    }

    private static string Space(int components) => components == 1 ? "/DeviceGray" : "/DeviceRGB";

    private static string Indexed(byte[] palette) => $"[/Indexed /DeviceRGB {palette.Length / 3 - 1} <{Convert.ToHexString(palette)}>]";
}
