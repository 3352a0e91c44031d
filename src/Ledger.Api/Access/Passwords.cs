using System.Security.Cryptography;
using Ledger.Domain;

namespace Ledger.Api.Access;

/// <summary>What a password must be, and one that nobody thought of.</summary>
public static class Passwords
{
    /// <summary>Without signs that are taken for one another when read off a screen.</summary>
    private const string Signs = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public static string Random() => RandomNumberGenerator.GetString(Signs, 20);

    /// <summary>Null if it may be used.</summary>
    /// <param name="path">The field that it stands in.</param>
    /// <param name="password">As it was sent.</param>
    /// <param name="user">The user name.</param>
    /// <param name="about">What somebody who knows the account would try: the person's name, the unit's code and names.</param>
    public static Problem? Check(string path, string? password, string user, params IEnumerable<string> about) => password switch
    {
        null or { Length: < 10 or > 128 } => new(path, "口令应有 10 至 128 个字符", "A password has 10 to 128 characters"),
        _ when password.Distinct().Count() < 5 => new(path, "口令中不同的字符至少 5 个", "A password has at least 5 different characters"),
        _ when password.Contains(user, StringComparison.OrdinalIgnoreCase) => new(path, "口令不能包含用户名", "A password must not contain the user name"),
        { Length: < 16 } when Classes(password) < 3 => new(path, "不足 16 个字符的口令须含大写字母、小写字母、数字、符号中的三类", "Below 16 characters a password needs three of: capitals, small letters, digits, signs"),
        _ when BarredWords.Within(password, about.Prepend(user)) is { } word => new(path, $"口令不能含有“{word}”这类容易猜到的词、姓名、单位名称或键盘顺序", $"A password must not hold '{word}': no common words, names, units or rows of keys"),
        _ when CommonPasswords.Holds(password) => new(path, "这是最常见的口令之一，或只在前后加了数字和符号，请换一个", "This is one of the commonest passwords, or one with digits and signs around it"),
        _ => null,
    };

    private static int Classes(string password) =>
        new Func<char, bool>[] { char.IsUpper, char.IsLower, char.IsDigit, c => !char.IsLetterOrDigit(c) || char.IsBetween(c, '\u2e80', '\uffff') }.Count(password.Any);
}
