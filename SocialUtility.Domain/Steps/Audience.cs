using SocialUtility.Domain.Associations;

namespace SocialUtility.Domain.Steps;

/// <summary>To whom the method puts a question (domain.md 1.5, column « To »), and who that is in an association.</summary>
public static class Audience
{
    public const string Board = "ca";
    public const string Coordination = "coordination";
    public const string Volunteers = "benevole";
    public const string Everybody = "tous";

    /// <summary>
    /// May somebody of these roles answer for that audience? Where nobody sits on the board yet, the coordinator speaks for it.
    /// Those outside the association (partners, people who are heard) are asked elsewhere, never here.
    /// </summary>
    public static bool Reaches(string audience, IReadOnlyList<Role> roles, bool boardSits) => audience switch
    {
        Board => Permissions.Allow(roles, Act.AnswerForBoard) || (!boardSits && Permissions.Allow(roles, Act.AnswerForCoordination)),
        Coordination => Permissions.Allow(roles, Act.AnswerForCoordination),
        Volunteers or Everybody => Permissions.Allow(roles, Act.AnswerForTeam),
        _ => false,
    };

    /// <summary>What somebody of that audience is allowed to: said to those who are not of it.</summary>
    public static Act ActOf(string audience) => audience switch
    {
        Board => Act.AnswerForBoard,
        Coordination => Act.AnswerForCoordination,
        _ => Act.AnswerForTeam,
    };

    /// <summary>Everybody gives an answer of their own; of the others the association has one.</summary>
    public static bool IsEachOnes(string audience) => audience == Everybody;
}
