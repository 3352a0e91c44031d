using Ledger.Domain.Kinds;

namespace Ledger.Bench.Filling;

/// <summary>One invented activity of one of ten kinds, in proportions like a real ledger's.</summary>
internal static class Activities
{
    private static readonly string[] Advisers = ["王律师", "李律师", "张律师", "某某律师事务所"];
    private static readonly string[] Places = ["一楼会议室", "三楼会议室", "政务服务大厅", "县委党校"];
    private static readonly string[] Summaries =
    [
        "就招商引资合同的违约责任、争议解决和土地条款提出修改意见，经办科室全部采纳。",
        "组织干部职工学习宪法和优化营商环境条例，结合本单位案例讨论，会后测试。",
        "联合司法所进村入户发放资料，现场解答群众关于土地流转、民间借贷的咨询。",
    ];

#pragma warning disable CA5394 // the same numbers on every machine are the point
    public static Activity Draw(Random random, DateOnly day) => Plain(random, day) with
    {
        Summary = Summaries[random.Next(Summaries.Length)],
        Place = Places[random.Next(Places.Length)],
        Role = random.Next(20) == 0 ? Role.Participant : Role.Host,
    };

    private static Activity Plain(Random random, DateOnly day) => random.Next(100) switch
    {
        < 30 => new LegalServiceProvided { OccurredOn = day, Title = "法律顾问服务", Service = Any<LegalServiceType>(random), Adviser = Advisers[random.Next(4)], Hours = random.Next(1, 9) / 2m, Adopted = random.Next(3) > 0 },
        < 45 => new LawStudyHeld { OccurredOn = day, Title = "集中学法", Form = Any<LawStudyForm>(random), Hours = 1.5m, Expected = 40, Attended = random.Next(20, 41) },
        < 60 => new LawOutreachHeld { OccurredOn = day, Title = "送法下乡", Scene = Any<OutreachScene>(random), Places = [$"第{random.Next(60)}村"], Audience = new Count(random.Next(20, 300), random.Next(4) == 0 ? Precision.Approximate : Precision.Exact), Leaflets = random.Next(50, 500) },
        < 70 => new EnterpriseServed { OccurredOn = day, Title = "法治体检", Enterprise = $"第{random.Next(300)}号企业有限公司", Service = Any<EnterpriseServiceType>(random), ProblemsFound = 3, ProblemsSolved = random.Next(4) },
        < 78 => new LegalityReviewed { OccurredOn = day, Title = "合同审查", Subject = Any<ReviewSubject>(random), Result = Any<ReviewResult>(random), Opinions = 4, Adopted = random.Next(5) },
        < 84 => new DisputeMediated { OccurredOn = day, Title = "调解纠纷", Cases = 5, Succeeded = random.Next(6) },
        < 89 => new PetitionsHandled { OccurredOn = day, Title = "热线办理", Received = 12, Closed = 11, Satisfied = random.Next(12) },
        < 94 => new OnlinePublicityPublished { OccurredOn = day, Title = "公众号普法", Channel = "微信公众号", Articles = random.Next(1, 5), Reads = random.Next(5000) },
        < 98 => new InformationDisclosed { OccurredOn = day, Title = "主动公开", Items = random.Next(1, 9) },
        _ => new MaterialProduced { OccurredOn = day, Title = "普法折页", Copies = random.Next(100, 2000) },
    };

    private static T Any<T>(Random random) where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];
#pragma warning restore CA5394
}
