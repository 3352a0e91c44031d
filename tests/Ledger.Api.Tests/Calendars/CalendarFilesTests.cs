using Ledger.Api.Calendars;
using Ledger.Api.Setup;

namespace Ledger.Api.Tests.Calendars;

/// <summary>A new year's holidays are a file in the data folder; one that cannot be read stops the start and says why.</summary>
public sealed class CalendarFilesTests : IDisposable
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), "lc" + Guid.CreateVersion7().ToString("N")[20..]);

    [Fact]
    public void what_is_entered_in_the_data_folder_stands_over_what_is_shipped()
    {
        Assert.False(CalendarFiles.Load(new DataFolder(_root)).Days.Knows(2099));
        // Invented: nobody knows the holidays of that year.
        Write("holidays/2099.json", """{"year":2099,"source":{"document":"虚构〔2098〕1号","title":"虚构","issuedOn":"2098-11-01","url":"https://example.org/"},"verified":false,"off":[{"name":"元旦","from":"2099-01-01","to":"2099-01-04"}],"work":[]}""");
        Write("campaigns.json", """[{"campaign":"constitution-week","year":2099,"name":"宪法宣传周","from":"2099-12-01","to":"2099-12-07","extraDays":0,"theme":"虚构","source":"虚构","verified":false}]""");
        var calendar = CalendarFiles.Load(new DataFolder(_root));
        Assert.Equal(new DateOnly(2099, 1, 5), calendar.Days.Add(new DateOnly(2098, 12, 31), 1).Day);
        Assert.Equal(new DateOnly(2099, 12, 7), calendar.Window("constitution-week", 2099)!.To);
        Assert.True(calendar.Days.Knows(2023));
    }

    [Fact]
    public void a_file_that_is_none_stops_the_start()
    {
        Write("holidays/2027.json", """{"year":2027}""");
        Assert.Contains("2027.json", Assert.Throws<LedgerSetupException>(() => CalendarFiles.Load(new DataFolder(_root))).Message, StringComparison.Ordinal);
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, "calendar", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose()
    {
        if (Directory.Exists(_root))
            Directory.Delete(_root, recursive: true);
    }
}
