using System.Text.Json;
using System.Text.Json.Nodes;
using JasperFx.Events;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Tests.Kinds;

/// <summary>The limits a kind sets on its own fields, held against what may be sent.</summary>
public sealed class KindLimitsTests
{
    public static TheoryData<string> Codes => [.. Catalogue.Kinds.Select(k => k.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void a_sample_with_every_field_is_accepted(string code) => Assert.Empty(PathsRefused(code));

    [Fact]
    public void an_exam_where_more_sat_than_were_expected_is_refused() =>
        Assert.Equal(["took"], PathsRefused("law-exam", ("expected", 30), ("took", 31), ("passed", 20), ("excellent", 0)));

    [Fact]
    public void an_exam_where_more_passed_than_sat_is_refused() =>
        Assert.Equal(["passed"], PathsRefused("law-exam", ("expected", 30), ("took", 20), ("passed", 21), ("excellent", 0)));

    [Fact]
    public void an_exam_where_more_were_excellent_than_passed_is_refused() =>
        Assert.Equal(["excellent"], PathsRefused("law-exam", ("expected", 30), ("took", 30), ("passed", 20), ("excellent", 21)));

    [Fact]
    public void an_average_score_is_at_most_a_hundred() => Assert.Equal(["averageScore"], PathsRefused("law-exam", ("averageScore", 100.1)));

    [Fact]
    public void an_average_score_has_one_decimal() => Assert.Equal(["averageScore"], PathsRefused("law-exam", ("averageScore", 88.25)));

    [Fact]
    public void hours_of_study_come_in_halves() => Assert.Equal(["hours"], PathsRefused("law-study", ("hours", 1.25)));

    [Fact]
    public void nobody_studies_more_than_forty_hours_at_once() => Assert.Equal(["hours"], PathsRefused("law-study", ("hours", 40.5)));

    [Theory]
    [InlineData("law-study", "attended", "expected")]
    [InlineData("democratic-life-meeting", "problemsFixed", "problemsFound")]
    [InlineData("internal-supervision", "problemsFixed", "problemsFound")]
    [InlineData("enterprise-service", "problemsSolved", "problemsFound")]
    [InlineData("legality-review", "adopted", "opinions")]
    [InlineData("petition-handled", "satisfied", "closed")]
    [InlineData("mediation", "succeeded", "cases")]
    public void a_part_above_its_whole_is_refused(string code, string part, string whole) =>
        Assert.Equal([part], PathsRefused(code, (whole, 5), (part, 6)));

    [Fact]
    public void more_petitions_closed_than_received_are_refused() =>
        Assert.Equal(["closed"], PathsRefused("petition-handled", ("received", 5), ("closed", 6), ("satisfied", 0)));

    [Theory]
    [InlineData("legality-review", "sentOn")]
    [InlineData("disclosure-request", "receivedOn")]
    public void an_answer_before_the_question_is_refused(string code, string asked) =>
        Assert.Equal([asked], PathsRefused(code, (asked, "2025-03-13")));

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void the_first_responsible_person_has_seven_duties(int duty) =>
        Assert.Equal(["dutyItem"], PathsRefused("first-person-duty", ("dutyItem", duty)));

    [Fact]
    public void money_has_no_fractions_of_a_fen() => Assert.Equal(["amount"], PathsRefused("penalty", ("amount", 0.001)));

    /// <summary>The paths refused of a full sample with these members changed.</summary>
    private static IEnumerable<string> PathsRefused(string code, params (string Member, JsonNode Value)[] changes)
    {
        var kind = Catalogue.FindKind(code)!;
        var sent = JsonSerializer.SerializeToNode(GoldenSamples.All[kind.EventType.GetEventTypeName()], kind.EventType, LedgerJson.Options)!.AsObject();
        foreach (var (member, value) in changes)
            sent[member] = value;
        return ActivityReader.Read(kind, sent.Deserialize<JsonElement>(), new DateOnly(2025, 12, 31)).Problems.Select(p => p.Path);
    }
}
