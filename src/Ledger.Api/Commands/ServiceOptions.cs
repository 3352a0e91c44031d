using System.Reflection;

namespace Ledger.Api.Commands;

/// <summary>What may stand behind <c>./run</c> without a verb. Anything else is a slip of the hand, and starts nothing.</summary>
public static class ServiceOptions
{
    private static readonly string[] Known = ["urls", "environment", "contentRoot"];

    /// <summary>Version and, behind a plus, the commit that was built.</summary>
    public static string Version { get; } =
        typeof(ServiceOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>
    /// What is wrong with them; null where nothing is. Beside the host's own, a setting may be given by its path, as in
    /// <c>--Logging:LogLevel:Default=Information</c>.
    /// </summary>
    public static string? Problem(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        for (var i = 0; i < args.Length; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var before, var behind] ? (before, behind) : (args[i], null);
            if (!IsKnown(name))
                return $"没有 {name} 这个选项；命令见 ./run help | there is no option {name}; ./run help lists the commands";
            if (value is null && ++i == args.Length)
                return $"{name} 缺少值 | {name} needs a value";
        }

        return null;
    }

    private static bool IsKnown(string name) =>
        name.StartsWith("--", StringComparison.Ordinal) && (name.IndexOf(':', StringComparison.Ordinal) > 2 || Known.Contains(name[2..], StringComparer.OrdinalIgnoreCase));
}
