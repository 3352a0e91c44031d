namespace Ledger.Api.Commands;

/// <summary>Reads <c>--name value</c> pairs and the words between them; whatever is not asked for is an error.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string> _options = [];

    public Arguments(string[] args, params string[] known)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
                Words.Add(args[i]);
            else if (!known.Contains(args[i][2..]))
                Error ??= $"没有 {args[i]} 这个选项 | there is no option {args[i]}";
            else if (i + 1 == args.Length)
                Error ??= $"{args[i]} 缺少值 | {args[i]} needs a value";
            else
                _options[args[i][2..]] = args[++i];
        }
    }

    public List<string> Words { get; } = [];

    /// <summary>The first thing wrong with the arguments; null if nothing is.</summary>
    public string? Error { get; private set; }

    public string? this[string option] => _options.GetValueOrDefault(option);

    public string Need(string option)
    {
        if (_options.TryGetValue(option, out var value))
            return value;
        Error ??= $"请给出 --{option} | --{option} is required";
        return "";
    }
}
