using System.Diagnostics;
using Ledger.Api.Commands;

namespace Ledger.Api.Tests.Commands;

/// <summary>What stands behind the program's name: a question is answered, a slip of the hand starts nothing.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--version", 0, "法治台账 Ledger 0.", "")]
    [InlineData("version", 0, "法治台账 Ledger 0.", "")]
    [InlineData("--help", 0, "./run verify", "")]
    [InlineData("--verison", 2, "", "there is no option --verison; ./run help")]
    [InlineData("-v", 2, "", "there is no option -v")]
    [InlineData("verfy", 2, "", "there is no verb 'verfy'")]
    public async Task a_question_is_answered_and_a_slip_is_refused_and_neither_opens_a_ledger(string argument, int code, string says, string complains)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"ledger-none-{Guid.CreateVersion7():N}");
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(built.Parent!.Parent!.FullName, "Ledger.Api", built.Name, "Ledger.Api.dll"), argument])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LEDGER_DATA"] = folder },
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        Assert.Equal(code, process.ExitCode);
        Assert.Contains(says, said[0], StringComparison.Ordinal);
        Assert.Contains(complains, said[1], StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData("--urls", "http://127.0.0.1:5081")]
    [InlineData("--urls=http://127.0.0.1:5081", "--environment=Development")]
    [InlineData("--Logging:LogLevel:Default=Information")]
    [InlineData]
    public void settings_of_the_host_are_taken(params string[] args) => Assert.Null(ServiceOptions.Problem(args));

    [Theory]
    [InlineData("--urls")]
    [InlineData("--port", "5081")]
    [InlineData("--urls", "http://127.0.0.1:5081", "seed")]
    [InlineData("-urls", "http://127.0.0.1:5081")]
    [InlineData("--:x=1")]
    public void anything_else_is_not(params string[] args) => Assert.NotNull(ServiceOptions.Problem(args));
}
