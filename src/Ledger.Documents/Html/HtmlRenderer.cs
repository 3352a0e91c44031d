namespace Ledger.Documents;

public static class HtmlRenderer
{
    public static string Render(OfficialDocument document) => throw new NotImplementedException();
}
