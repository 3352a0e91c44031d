using Ledger.Domain.Kinds;

namespace Ledger.Domain.Units;

/// <summary>Whom a unit may name in a joint activity: other units of its county, each once, and none that declined.</summary>
public static class JointRules
{
    /// <param name="activity">The activity.</param>
    /// <param name="host">Who logs it.</param>
    /// <param name="peers">Codes of the units of the host's county.</param>
    /// <param name="declined">The units that said they had no part in it.</param>
    /// <param name="root">Path of the activity in the request.</param>
    public static IEnumerable<Problem> Check(Activity activity, Unit host, IReadOnlySet<string> peers, IEnumerable<JointUnit> declined, string root = "")
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(peers);
        if (activity.JointUnits is not { Count: > 0 } named)
            yield break;
        if (host.County is null)
        {
            yield return new($"{root}jointUnits", $"{host.ShortName}没有归入县（市、区），不能登记联合活动", "The unit belongs to no county and cannot log joint activities");
            yield break;
        }

        var refused = declined.Select(d => d.Unit).ToHashSet();
        for (var i = 0; i < named.Count; i++)
        {
            var (path, code) = ($"{root}jointUnits[{i}].unit", named[i].Unit);
            if (code == host.Id)
                yield return new(path, "登记的单位就是主办，不必再列", "The unit that logs it is the host and need not be named");
            else if (!peers.Contains(code))
                yield return new(path, $"本县没有代码为“{code}”的单位", $"The county has no unit with the code '{code}'");
            else if (named.Take(i).Any(u => u.Unit == code))
                yield return new(path, "单位重复", "The unit stands twice");
            else if (refused.Contains(code))
                yield return new(path, "该单位已谢绝这项联合活动，须由其自行撤回", "The unit declined this activity and alone can take that back");
        }
    }
}
