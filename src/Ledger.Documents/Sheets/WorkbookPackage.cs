using System.IO.Compression;
using System.Xml;

namespace Ledger.Documents.Sheets;

/// <summary>The parts of a stranger's XLSX: found by name, read through XML that may not call for anything, in bounded amounts.</summary>
internal sealed class WorkbookPackage : IDisposable
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts;
    private long _left;

    private WorkbookPackage(ZipArchive archive, long mostBytes)
    {
        _archive = archive;
        _left = mostBytes;
        _parts = new(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    /// <exception cref="WorkbookException">The file is no XLSX, or one of a kind that is not read.</exception>
    public static WorkbookPackage Open(Stream file, long mostBytes)
    {
        Span<byte> head = stackalloc byte[8];
        file.Position = 0;
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (head[..length].SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            throw new WorkbookException(IsEncrypted(file) ? WorkbookFault.Encrypted : WorkbookFault.OldFormat);
        if (!head[..length].StartsWith("PK\x03\x04"u8))
            throw new WorkbookException(WorkbookFault.NotWorkbook);
        try
        {
            var package = new WorkbookPackage(new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true), mostBytes);
            package.Check();
            return package;
        }
        catch (InvalidDataException e)
        {
            throw new WorkbookException(WorkbookFault.Damaged, e);
        }
    }

    private void Check()
    {
        if (_parts.Keys.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            throw new WorkbookException(WorkbookFault.Macros);
        if (_parts.ContainsKey("xl/workbook.bin"))
            throw new WorkbookException(WorkbookFault.Binary);
        if (_parts.ContainsKey("content.xml") && _parts.ContainsKey("mimetype"))
            throw new WorkbookException(WorkbookFault.OpenDocument);
        if (!_parts.ContainsKey("[Content_Types].xml"))
            throw new WorkbookException(WorkbookFault.NotWorkbook);
        using var types = Read("[Content_Types].xml");
        while (types.Read())
        {
            if (types.NodeType == XmlNodeType.Element && types.GetAttribute("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true)
                throw new WorkbookException(WorkbookFault.Macros);
        }
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    public XmlReader Read(string part)
    {
        if (!_parts.TryGetValue(part, out var entry) || entry.IsEncrypted)
            throw new WorkbookException(WorkbookFault.Damaged);
        return XmlReader.Create(new Counted(entry.Open(), this), Settings);
    }

    /// <summary>Relations of a part by id, targets as names in the package.</summary>
    public Dictionary<string, (string Type, string Target)> Relations(string part)
    {
        var (folder, name) = part.LastIndexOf('/') is var at && at < 0 ? ("", part) : (part[..(at + 1)], part[(at + 1)..]);
        var relations = new Dictionary<string, (string, string)>();
        if (!Has($"{folder}_rels/{name}.rels"))
            return relations;
        using var xml = Read($"{folder}_rels/{name}.rels");
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target && xml.GetAttribute("TargetMode") != "External")
                relations[id] = (xml.GetAttribute("Type") ?? "", target.StartsWith('/') ? target[1..] : folder + target.Replace("./", "", StringComparison.Ordinal));
        }

        return relations;
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>A workbook behind a password is a compound file with a stream of this name.</summary>
    private static bool IsEncrypted(Stream file)
    {
        var bytes = new byte[Math.Min(file.Length, 1 << 20)];
        file.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
    }

    /// <summary>What is unpacked is counted, whatever the directory says it would be.</summary>
    private sealed class Counted(Stream inner, WorkbookPackage package) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            return (package._left -= read) >= 0 ? read : throw new WorkbookException(WorkbookFault.TooLargeInside);
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
