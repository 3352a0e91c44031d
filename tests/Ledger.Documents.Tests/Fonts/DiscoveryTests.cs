using System.Buffers.Binary;
using Ledger.Documents.Fonts;
using Ledger.Documents.Tests.Fixtures;

namespace Ledger.Documents.Tests.Fonts;

public class DiscoveryTests
{
    [Fact]
    public void every_role_has_a_face() =>
        Assert.All(Enum.GetValues<FontRole>(), role => Assert.NotEmpty(TestFonts.Library.Chain(role)));

    [Fact]
    public void a_file_that_is_no_font_is_passed_over()
    {
        var folder = Directory.CreateTempSubdirectory("ledger-fonts-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "broken.ttf"), "no font");
            File.WriteAllBytes(Path.Combine(folder.FullName, "empty.otf"), []);
            File.WriteAllBytes(Path.Combine(folder.FullName, "cut.ttc"), "ttcf\0\x1\0\0\0\0\0\x2"u8.ToArray());
            Assert.NotNull(FontLibrary.Discover([folder.FullName, .. TestFonts.Folders]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void a_face_that_forbids_embedding_is_known_as_such()
    {
        var file = File.ReadAllBytes(TestFonts.Library.Chain(FontRole.Kai)[0].Record.Path);
        var tables = file.AsSpan().IndexOf("OS/2"u8);
        var os2 = (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(tables + 8));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(os2 + 8), 2);
        var path = Path.Combine(Path.GetTempPath(), $"ledger-{Guid.CreateVersion7():N}.otf");
        try
        {
            File.WriteAllBytes(path, file);
            Assert.All(FontFileReader.Read(path), face => Assert.True(face.Restricted));
            Assert.False(TestFonts.Library.Chain(FontRole.Kai)[0].Record.Restricted);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void subsets_keep_only_the_glyphs_in_use()
    {
        var face = TestFonts.Library.Chain(FontRole.Body)[0];
        uint[] glyphs = [.. "法治政府，。2023".Select(c => face.Find(c)!.Id).Distinct()];
        var cut = Subsetter.Cut(face, glyphs);
        Assert.Equal(glyphs.Length, cut.NewIds.Distinct().Count());
        Assert.InRange(cut.File.Length, 500, 40_000);
        Assert.DoesNotContain(0u, cut.NewIds);
    }

    [Fact]
    public void subsets_of_the_same_glyphs_are_the_same_bytes()
    {
        var face = TestFonts.Library.Chain(FontRole.Hei)[0];
        uint[] glyphs = [.. "一二三四".Select(c => face.Find(c)!.Id)];
        Assert.Equal(Subsetter.Cut(face, glyphs).File, Subsetter.Cut(face, [.. glyphs.Reverse()]).File);
    }
}
