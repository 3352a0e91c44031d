namespace Ledger.Documents;

/// <summary>The faces a machine offers, found once and shared by all renderings.</summary>
public sealed partial class FontLibrary
{
    /// <summary>
    /// Looks for faces by their names in the given folders, the application's <c>fonts</c> folder and the system's font
    /// folders, in that order.
    /// </summary>
    /// <exception cref="DocumentException">A role has no usable face; the message says how to get one.</exception>
    public static FontLibrary Discover(IEnumerable<string> extraFolders) => throw new NotImplementedException();
}
