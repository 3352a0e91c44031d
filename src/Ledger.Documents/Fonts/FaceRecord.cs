namespace Ledger.Documents.Fonts;

/// <summary>One face of a font file, as its name table describes it; nothing but that table and OS/2 has been read.</summary>
/// <param name="Index">The face's place in a collection (TTC), else 0.</param>
/// <param name="Names">Every full and PostScript name, and the family name of a regular face, in any language.</param>
/// <param name="Restricted">fsType 2: the licence forbids embedding.</param>
internal sealed record FaceRecord(
    string Path,
    int Index,
    string FullName,
    string PostScriptName,
    IReadOnlySet<string> Names,
    bool Restricted);
