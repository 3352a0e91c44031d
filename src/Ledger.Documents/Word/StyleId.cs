namespace Ledger.Documents.Word;

/// <summary>The styles by the ids the document names them with; what they are called in Word stands in the style sheet.</summary>
internal static class StyleId
{
    public const string Normal = "Normal", Body = "BodyText", Title = "Title", Addressee = "Addressee";
    public const string AttachmentNote = "AttachmentNote", Signature = "Signature", Date = "Date", Note = "Note";
    public const string AnnexLabel = "AnnexLabel", AnnexTitle = "AnnexTitle";
    public const string Caption = "Caption", TableUnit = "TableUnit", TableHead = "TableHead", TableText = "TableText";
    public const string Figure = "Figure", FigureCaption = "FigureCaption";
    public const string TableNote = "TableNote", TableEnd = "TableEnd";
    public const string Header = "Header", Footer = "Footer", EvenFooter = "EvenFooter";
    public const string CopyNumber = "CopyNumber", Secrecy = "Secrecy", Mark = "IssuerMark", Number = "DocumentNumber", RedRule = "RedRule";
    public const string Imprint = "Imprint", ImprintAnchor = "ImprintAnchor";

    // Of characters.
    public const string Strong = "Strong", Signer = "SignerName", Hyperlink = "Hyperlink";

    // Of tables.
    public const string TableGrid = "TableGrid";

    public static string Heading(int level) => FormattableString.Invariant($"Heading{level}");
}
