using System.Xml;

namespace Ledger.Documents.Sheets;

/// <summary>The looks that cells of our workbooks have, by their number in styles.xml.</summary>
internal static class SheetStyles
{
    public const int Heading = 1, RequiredHeading = 2, Text = 3, QuotedText = 4, Number = 5, Date = 6, Time = 7, AsideText = 8, AsideNumber = 9, AsideDate = 10;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int DateFormat = 164, TimeFormat = 165, AsTyped = 49;

    public static int Of(SheetCell cell, RowLook look) => (cell.Kind, look) switch
    {
        (CellKind.Number, RowLook.Aside) => AsideNumber,
        (CellKind.Date, RowLook.Aside) => AsideDate,
        (_, RowLook.Aside) => AsideText,
        (CellKind.Number, _) => Number,
        (CellKind.Date, _) => Date,
        (CellKind.Time, _) => Time,
        // Stays text when somebody opens the cell and presses Enter.
        (CellKind.Text, _) when SheetText.LooksLikeFormula(cell.Text) => QuotedText,
        _ => Text,
    };

    public static int OfColumn(CellKind kind) => kind switch
    {
        CellKind.Number => Number,
        CellKind.Date => Date,
        CellKind.Time => Time,
        _ => Text,
    };

    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", Main);
        xml.WriteRaw(
            $"""
            <numFmts count="2"><numFmt numFmtId="{DateFormat}" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="{TimeFormat}" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts>
            <fonts count="4">
            <font><sz val="11"/><name val="宋体"/><charset val="134"/></font>
            <font><b/><sz val="11"/><name val="宋体"/><charset val="134"/></font>
            <font><b/><sz val="11"/><color rgb="FFA01E1E"/><name val="宋体"/><charset val="134"/></font>
            <font><i/><sz val="10"/><color rgb="FF595F6D"/><name val="宋体"/><charset val="134"/></font>
            </fonts>
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFECE8DC"/><bgColor indexed="64"/></patternFill></fill></fills>
            <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FFBFB8A6"/></left><right style="thin"><color rgb="FFBFB8A6"/></right><top style="thin"><color rgb="FFBFB8A6"/></top><bottom style="thin"><color rgb="FFBFB8A6"/></bottom><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="11">
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
            <xf numFmtId="{AsTyped}" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
            <xf numFmtId="{AsTyped}" fontId="2" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
            <xf numFmtId="{AsTyped}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="{AsTyped}" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>
            <xf numFmtId="{DateFormat}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf>
            <xf numFmtId="{TimeFormat}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf>
            <xf numFmtId="{AsTyped}" fontId="3" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>
            <xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
            <xf numFmtId="{DateFormat}" fontId="3" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="top"/></xf>
            </cellXfs>
            <cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>
            """);
        xml.WriteEndElement();
    }
}
