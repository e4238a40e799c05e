using SocialUtility.Domain.Associations;

namespace SocialUtility.Tests;

public sealed class PermissionsTests
{
    /// <summary>Rows are acts; columns are volunteer, keeper, coordinator, board, treasurer, partner, observer.</summary>
    private const string Table = """
        ReadProject       x x x x x . x
        DescribeProject   x x x x x . .
        RewriteProject    . . x x . . .
        ProposeObjective  x x x x x . .
        ConfirmObjective  . . x . . . .
        DescribeAction    x x x x x . .
        WriteCriterion    . . x x . . .
        ProposeCriterion  x x x x x x .
        OpenConsultation  . . x . . . .
        GiveOpinion       x x x x x x .
        AdoptDefinition   . . . x . . .
        ChooseIndicator   . . x x . . .
        SayWhere          x x x x x . .
        RecogniseIndicator . . . . . x .
        RecordValue       x x x x x . .
        ReadProfile       x x x x x . x
        ReadSummary       . . x . . . .
        AnswerForTeam     x x x x x . .
        AnswerForCoordination . . x . . . .
        AnswerForBoard    . . . x . . .
        FollowDecision    . . x x . . .
        LendDefinitions   . . x . . . .
        ReadTeam          x x x x x . x
        GiveRole          . . x x . . .
        Invite            . . x x . . .
        RemoveMember      . . x . . . .
        AttachPlace       . . x x . . .
        TendReminders     . . x . . . .
        Speak             x x x x x x x
        ReportVoice       x x x x x . .
        ReadVoices        x x x x x . x
        TendVoices        . . x . . . .
        ClosePeriod       . . x . . . .
        RereadValue       . . x . x . .
        AskRereading      . . x . . . .
        """;

    public static TheoryData<Role, Act, bool> Cells
    {
        get
        {
            var cells = new TheoryData<Role, Act, bool>();
            foreach (var words in Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                foreach (var role in Enum.GetValues<Role>())
                {
                    cells.Add(role, Enum.Parse<Act>(words[0]), words[1 + (int)role] == "x");
                }
            }

            return cells;
        }
    }

    [Fact]
    public void Every_role_and_every_act_has_a_cell() =>
        Assert.Equal(Enum.GetValues<Role>().Length * Enum.GetValues<Act>().Length, Cells.Count);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_may_what_the_table_says(Role role, Act act, bool may)
    {
        Assert.Equal(may, Permissions.Allow([role], act));
        Assert.Equal(may, Permissions.WhoMay(act).Contains(role));
    }

    [Fact]
    public void A_partner_speaks_and_authors_nothing_of_the_association() =>
        Assert.All(Enum.GetValues<Act>(), act => Assert.Equal(act is Act.RecogniseIndicator or Act.Speak or Act.GiveOpinion or Act.ProposeCriterion, Permissions.Allow([Role.Partner], act)));

    [Fact]
    public void Who_is_several_things_may_what_any_of_them_may()
    {
        Assert.True(Permissions.Allow([Role.Observer, Role.Coordinator], Act.ConfirmObjective));
        Assert.False(Permissions.Allow([Role.Volunteer, Role.Observer], Act.ConfirmObjective));
        Assert.False(Permissions.Allow([], Act.ReadProject));
    }

    [Theory]
    [Trait("Deck", "D31")]
    [InlineData(Act.ProposeObjective)]
    [InlineData(Act.ConfirmObjective)]
    [InlineData(Act.DescribeAction)]
    public void Who_speaks_for_a_partner_authors_nothing_whatever_else_they_are(Act act)
    {
        Assert.False(Permissions.Allow([Role.Partner, Role.Coordinator, Role.Volunteer], act));
        Assert.True(Permissions.Allow([Role.Partner, Role.Coordinator], Act.ReadProject));
    }

    [Fact]
    public void Somebody_may_each_thing() => Assert.All(Enum.GetValues<Act>(), act => Assert.NotEmpty(Permissions.WhoMay(act)));
}
