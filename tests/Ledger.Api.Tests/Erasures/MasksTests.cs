using Ledger.Api.Erasures;

namespace Ledger.Api.Tests.Erasures;

/// <summary>Names as masked files show them. All names are invented.</summary>
public sealed class MasksTests
{
    [Theory]
    [InlineData("王法言", "王法言")]
    [InlineData("明理律师事务所王法言律师", "王法言")]
    [InlineData("王法言、欧阳守正，李某某（兼）", "王法言 欧阳守正 李某某")]
    [InlineData("县司法局副局长王法言", "王法言")]
    [InlineData("明理律师事务所", "")]
    [InlineData("", "")]
    public void persons_are_told_from_organisations_and_titles(string text, string persons) =>
        Assert.Equal(persons, string.Join(' ', PersonNames.In(text)));

    [Fact]
    public void a_name_has_one_mask_throughout_and_no_other_has_it()
    {
        var masks = new Masks(["王法言", "明理律师事务所王守正律师", "欧阳守正", "王法言、李某某"]);
        Assert.Equal("王**、王**2、欧阳**、李**", masks.Apply("王法言、王守正、欧阳守正、李某某"));
        Assert.Equal("邀请王**授课，王**2主持", masks.Apply("邀请王法言授课，王守正主持"));
        Assert.Equal("明理律师事务所", masks.Apply("明理律师事务所"));
    }
}
