using System.Buffers.Binary;
using Ledger.Documents.Fonts;
using Ledger.Documents.Tests.Fixtures;

namespace Ledger.Documents.Tests.Fonts;

public class CollectionTests
{
    [Fact]
    public void a_face_inside_a_collection_is_found_and_subset_like_the_same_face_alone()
    {
        var alone = TestFonts.Library.Chain(FontRole.Kai)[0];
        if (alone.Record.Path.EndsWith(".ttc", StringComparison.OrdinalIgnoreCase)) return;
        var folder = Directory.CreateTempSubdirectory("ledger-fonts-");
        try
        {
            var path = Path.Combine(folder.FullName, "collection.ttc");
            File.WriteAllBytes(path, Collect(File.ReadAllBytes(alone.Record.Path)));
            var record = Assert.Single(FontFileReader.Read(path));
            Assert.Equal(alone.Record.PostScriptName, record.PostScriptName);
            var collected = new FontFace(record);
            uint[] glyphs = [.. "法治政府".Select(c => collected.Find(c)!.Id)];
            Assert.Equal(Subsetter.Cut(alone, glyphs).File, Subsetter.Cut(collected, glyphs).File);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A collection of one: its header, then the font with every table that much further on.
    private static byte[] Collect(byte[] font)
    {
        const int header = 16;
        byte[] collection = [.. "ttcf\0\x1\0\0\0\0\0\x1\0\0\0\x10"u8, .. font];
        var tables = BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4));
        for (var i = 0; i < tables; i++)
        {
            var offset = collection.AsSpan(header + 12 + i * 16 + 8, 4);
            BinaryPrimitives.WriteUInt32BigEndian(offset, BinaryPrimitives.ReadUInt32BigEndian(offset) + header);
        }

        return collection;
    }
}
