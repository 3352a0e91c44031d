using System.Globalization;
using System.Text;
using Ledger.Domain.Calendars;
using Ledger.Domain.Kinds;
using Ledger.Domain.Units;

namespace Ledger.Api.Calendars;

/// <summary>
/// Deadlines as an iCalendar (RFC 5545): whole days, ids that stay, alarms 30 and 7 days ahead of what is open, lines
/// folded at 75 octets.
/// </summary>
public static class ICalendarText
{
    public const string MediaType = "text/calendar";
    private const int Widest = 75;
    private static readonly int[] Alarms = [30, 7];

    public static string Of(Unit unit, IEnumerable<Deadline> deadlines, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(deadlines);
        var text = new StringBuilder();
        Line(text, "BEGIN", "VCALENDAR");
        Line(text, "VERSION", "2.0");
        Line(text, "PRODID", "-//Ledger//Legal calendar//ZH");
        Line(text, "CALSCALE", "GREGORIAN");
        Line(text, "METHOD", "PUBLISH");
        Line(text, "NAME", Escape($"{unit.ShortName}法治工作期限"));
        Line(text, "X-WR-CALNAME", Escape($"{unit.ShortName}法治工作期限"));
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION", "PT12H");
        foreach (var deadline in deadlines)
            Event(text, unit, deadline, now);
        Line(text, "END", "VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, Unit unit, Deadline deadline, DateTimeOffset now)
    {
        var done = deadline.State is DeadlineState.Done or DeadlineState.DoneLate;
        Line(text, "BEGIN", "VEVENT");
        Line(text, "UID", Escape($"{deadline.Id.ToLowerInvariant()}@{unit.Id}.ledger"));
        Line(text, "DTSTAMP", now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Line(text, "DTSTART;VALUE=DATE", Date(deadline.Due));
        Line(text, "DTEND;VALUE=DATE", Date(deadline.Due.AddDays(1)));
        Line(text, "SUMMARY", Escape($"{(done ? "✓ " : unit.Sample ? "（样例）" : "")}{deadline.Text}"));
        Line(text, "DESCRIPTION", Escape(Describe(deadline)));
        Line(text, "CATEGORIES", Escape(Codes.LabelOf(deadline.Severity)));
        Line(text, "TRANSP", "TRANSPARENT");
        foreach (var ahead in done ? [] : Alarms)
        {
            Line(text, "BEGIN", "VALARM");
            Line(text, "ACTION", "DISPLAY");
            Line(text, "DESCRIPTION", Escape(deadline.Text));
            Line(text, "TRIGGER", $"-P{ahead}D");
            Line(text, "END", "VALARM");
        }

        Line(text, "END", "VEVENT");
    }

    private static string Describe(Deadline deadline) => string.Join('\n', (IEnumerable<string>)
    [
        $"期限：{deadline.How}",
        $"依据：{deadline.Basis}{(deadline.Verified ? "" : "（未与原文核对）")}",
        $"状态：{Codes.LabelOf(deadline.State)}",
        .. deadline.Missing.Count > 0 ? [$"尚缺：{string.Join("、", deadline.Missing.Select(m => m.Text))}"] : (string[])[],
        .. deadline.Provisional.Select(y => LegalCalendar.HolidaysMissing(y).Text),
    ]);

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>3.3.11: backslash, semicolon, comma and line ends; other control characters are no text.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c == '\n')
                escaped.Append("\\n");
            else if (c is '\\' or ';' or ',')
                escaped.Append('\\').Append(c);
            else if (!char.IsControl(c) || c == '\t')
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>3.1: no line is longer than 75 octets, a character is never cut, and each further line begins with a space.</summary>
    private static void Line(StringBuilder text, string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Widest)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
