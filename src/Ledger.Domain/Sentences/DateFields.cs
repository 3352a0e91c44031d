using System.Globalization;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Sentences;

/// <summary>Gives the days of a sentence to the date fields: first those a word names, then the day it happened.</summary>
internal static class DateFields
{
    public static IEnumerable<Found> In(KindWords kind, SentenceParts parts, List<Problem> notes)
    {
        var left = parts.Dates.ToList();
        foreach (var field in kind.Fields.Where(f => f.Own && f.Field.Type == FieldType.Date))
        {
            var named = left.Where(d => d.Weight > 0)
                .Select(d => (Date: d, Score: Nearness.Of(parts.Typed, field.Said, d.Span, d.Reach)))
                .Where(d => d.Score is not null)
                .OrderByDescending(d => d.Score)
                .Select(d => d.Date)
                .FirstOrDefault();
            if (named is null || named.Day > parts.Today)
                continue;
            left.Remove(named);
            yield return new(field.Field.Name, Written(named.Day), named.Span, 1);
        }

        var day = left.Where(d => d.Day <= parts.Today).OrderByDescending(d => d.Weight).ThenBy(d => IsOnlyReceived(parts.Typed.Text, d.Span.End)).FirstOrDefault();
        var future = left.FirstOrDefault(d => d.Day > parts.Today);
        if (future is not null && (day is null || day.Weight == 0))
        {
            var ahead = parts.Whole.Slice(future.Span);
            notes.Add(new(
                "occurredOn",
                $"“{ahead}”是{Written(future.Day)}，晚于今天；尚未发生的工作不登记",
                $"“{ahead}” is {Written(future.Day)}, after today; what has not happened is not logged"));
            yield break;
        }

        // 上周, 4月中旬: today, which the form would propose, is no better than none.
        if (parts.SomeDay is var (said, start) && (day is null || day.Weight == 0 && start < day.Span.Start))
        {
            notes.Add(new("occurredOn", $"“{said}”没有说是哪一天，请填写发生日期", $"“{said}” names no day; please fill in the date"));
            yield break;
        }

        if (day is null)
            yield break;
        yield return new("occurredOn", Written(day.Day), day.Span, 0);
        if (day.Last is { } last && last <= parts.Today)
            yield return new("endedOn", Written(last), day.Span, 0);
    }

    /// <summary>4月20号收到，今天答复: of two days the one on which it began is not the one it was done.</summary>
    private static bool IsOnlyReceived(string text, int end) =>
        ((string[])["收到", "接到", "收的", "收件", "受理", "立案", "交办", "送审", "报送", "送"]).Any(w => string.CompareOrdinal(text, end, w, 0, w.Length) == 0);

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
