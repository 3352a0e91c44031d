using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;

namespace Ledger.Documents.Tests.Fixtures;

/// <summary>A page as a reader draws it, in greys: 0 black, 255 white.</summary>
public sealed record GreyPage(int Width, int Height, byte[] Pixels)
{
    private const int Resolution = 45;

    /// <summary>Drawn by poppler, which the set-up installs.</summary>
    public static async Task<IReadOnlyList<GreyPage>> DrawAsync(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("ledger-pages-");
        try
        {
            var file = Path.Combine(folder.FullName, "report.pdf");
            await File.WriteAllBytesAsync(file, pdf);
            var start = new ProcessStartInfo("pdftoppm", ["-r", Resolution.ToString(CultureInfo.InvariantCulture), "-gray", file, Path.Combine(folder.FullName, "page")]);
            using var drawing = Process.Start(start)!;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            await drawing.WaitForExitAsync(limit.Token);
            Assert.Equal(0, drawing.ExitCode);
            return [.. folder.GetFiles("page*").OrderBy(page => page.Name, StringComparer.Ordinal).Select(page => Read(File.ReadAllBytes(page.FullName)))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static GreyPage Load(string path)
    {
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return Read(bytes.ToArray());
    }

    public void Save(string path)
    {
        using var packed = new GZipStream(File.Create(path), CompressionLevel.SmallestSize);
        packed.Write([.. "P5\n"u8, .. System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Width} {Height}\n255\n")), .. Pixels]);
    }

    /// <summary>The largest mean difference of any square of so many pixels, in greys: what a moved line changes and another version's smoothing does not.</summary>
    public double FarthestFrom(GreyPage other, int square)
    {
        var farthest = 0.0;
        for (var top = 0; top < Height; top += square)
        {
            for (var left = 0; left < Width; left += square) farthest = Math.Max(farthest, Math.Abs(Mean(left, top, square) - other.Mean(left, top, square)));
        }

        return farthest;
    }

    private double Mean(int left, int top, int square)
    {
        var (sum, count) = (0L, 0);
        for (var y = top; y < Math.Min(top + square, Height); y++)
        {
            for (var x = left; x < Math.Min(left + square, Width); x++, count++) sum += Pixels[y * Width + x];
        }

        return (double)sum / count;
    }

    // Portable grey map: three words after the mark, one white space, the pixels.
    private static GreyPage Read(byte[] file)
    {
        var words = new List<string>();
        var at = 0;
        while (words.Count < 4)
        {
            var start = at;
            while (!char.IsWhiteSpace((char)file[at])) at++;
            words.Add(System.Text.Encoding.ASCII.GetString(file, start, at - start));
            at++;
        }

        return new GreyPage(int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture), file[at..]);
    }
}
