using System.Buffers.Binary;
using System.Text;
using Ledger.Documents.Flate;

namespace Ledger.Documents.Fonts;

/// <summary>A font file cut down to some glyphs.</summary>
/// <param name="File">The whole sfnt file.</param>
/// <param name="Glyphs">The glyphs by their numbers in the whole face.</param>
/// <param name="NewIds">Their numbers in this file, in the same order.</param>
internal sealed record SubsetFont(byte[] File, uint[] Glyphs, uint[] NewIds)
{
    private readonly Lock gate = new();
    private byte[]? cff;
    private Task<byte[]>? packed;

    /// <summary>The CFF table; null for TrueType outlines.</summary>
    public byte[]? Cff => cff ??= Table("CFF ");

    /// <summary>What goes into a PDF, compressed: the CFF table alone, or the whole TrueType file. Begun with the first question.</summary>
    public Task<byte[]> Packed()
    {
        lock (gate) return packed ??= Task.Run(() => Deflater.Compress(Cff ?? File));
    }

    /// <summary>One table of the file; null when it has none.</summary>
    public byte[]? Table(string tag)
    {
        var name = Encoding.ASCII.GetBytes(tag);
        var count = BinaryPrimitives.ReadUInt16BigEndian(File.AsSpan(4));
        for (var i = 0; i < count; i++)
        {
            var record = File.AsSpan(12 + i * 16, 16);
            if (!record[..4].SequenceEqual(name)) continue;
            var start = (int)BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
            return File.AsSpan(start, (int)BinaryPrimitives.ReadUInt32BigEndian(record[12..])).ToArray();
        }

        return null;
    }
}
