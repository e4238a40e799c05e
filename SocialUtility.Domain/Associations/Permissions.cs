using SocialUtility.Domain.Projects;

namespace SocialUtility.Domain.Associations;

/// <summary>What somebody may want to do.</summary>
public enum Act
{
    ReadProject,
    /// <summary>Write a sentence of the project that nobody has written yet.</summary>
    DescribeProject,

    /// <summary>Write the purpose, and change what stands.</summary>
    RewriteProject,
    ProposeObjective,
    /// <summary>Confirm, rename or retire an objective.</summary>
    ConfirmObjective,
    DescribeAction,
    WriteCriterion,
    /// <summary>Put sentences together and propose a name for them; a partner proposes too, of what they see themselves.</summary>
    ProposeCriterion,

    /// <summary>Ask everybody for their opinion, close it, see who has not answered.</summary>
    OpenConsultation,

    /// <summary>Say what one thinks of a criterion, or that one does not agree.</summary>
    GiveOpinion,
    AdoptDefinition,
    ChooseIndicator,

    /// <summary>Say where a figure is found: who collects it knows.</summary>
    SayWhere,

    /// <summary>A partner's word on an indicator that was opened to partners.</summary>
    RecogniseIndicator,
    RecordValue,
    ReadProfile,

    /// <summary>The week: what there is to decide, what is awaited and from whom.</summary>
    ReadSummary,

    /// <summary>Answer the questions of the method that are put to everybody.</summary>
    AnswerForTeam,

    /// <summary>Answer those put to the coordination.</summary>
    AnswerForCoordination,

    /// <summary>Answer those put to the board, the decision to start among them; the coordinator does while nobody sits on it.</summary>
    AnswerForBoard,

    /// <summary>Say what became of a decision; who took it on does so too, whatever their role.</summary>
    FollowDecision,

    /// <summary>Lend the association's criteria and indicators to others of its network, and take them back.</summary>
    LendDefinitions,

    /// <summary>See who is in the team, and in which roles.</summary>
    ReadTeam,
    GiveRole,
    /// <summary>Open the door to somebody, and shut an invitation again.</summary>
    Invite,
    RemoveMember,
    /// <summary>Say that a team or a group chat is about this association.</summary>
    AttachPlace,
    /// <summary>See who will be reminded of what, and say where the association is.</summary>
    TendReminders,

    /// <summary>Say what the association brings, or does less well: a partner speaks too.</summary>
    Speak,

    /// <summary>Write down what somebody else said.</summary>
    ReportVoice,

    /// <summary>Read what people said.</summary>
    ReadVoices,

    /// <summary>Read each kind by itself, however few they are, and take down words that must not stand.</summary>
    TendVoices,

    /// <summary>Close the figures of a time, and open them again with a reason.</summary>
    ClosePeriod,

    /// <summary>Look at a value that somebody else gave: it is right, or goes back with a note.</summary>
    RereadValue,

    /// <summary>Decide whether values wait for a second pair of eyes.</summary>
    AskRereading,
}

/// <summary>
/// The one table of who may do what. An association authors its objectives and actions, a partner never does
/// (law 2000-321, art. 9-1; domain.md section 0, point 4).
/// </summary>
public static class Permissions
{
    private static readonly Dictionary<Act, Role[]> Table = new()
    {
        [Act.ReadProject] = [Role.Volunteer, Role.Keeper, Role.Coordinator, Role.Board, Role.Treasurer, Role.Observer],
        [Act.DescribeProject] = [Role.Volunteer, Role.Keeper, Role.Coordinator, Role.Board, Role.Treasurer],
        [Act.RewriteProject] = [Role.Coordinator, Role.Board],
        [Act.ProposeObjective] = [Role.Volunteer, Role.Keeper, Role.Coordinator, Role.Board, Role.Treasurer],
        [Act.ConfirmObjective] = [Role.Coordinator],
        [Act.DescribeAction] = [Role.Volunteer, Role.Keeper, Role.Coordinator, Role.Board, Role.Treasurer],
        [Act.WriteCriterion] = [Role.Coordinator, Role.Board],
        [Act.ProposeCriterion] = [Role.Volunteer, Role.Keeper, Role.Coordinator, Role.Board, Role.Treasurer, Role.Partner],
        [Act.OpenConsultation] = [Role.Coordinator],
        [Act.GiveOpinion] = [Role.Volunteer, Role.Keeper, Role.Coordinator, Role.Board, Role.Treasurer, Role.Partner],
        [Act.AdoptDefinition] = [Role.Board],
        [Act.ChooseIndicator] = [Role.Coordinator, Role.Board],
        [Act.SayWhere] = [Role.Volunteer, Role.Keeper, Role.Coordinator, Role.Board, Role.Treasurer],
        [Act.RecogniseIndicator] = [Role.Partner],
        [Act.RecordValue] = [Role.Volunteer, Role.Keeper, Role.Coordinator, Role.Board, Role.Treasurer],
        [Act.ReadProfile] = [Role.Volunteer, Role.Keeper, Role.Coordinator, Role.Board, Role.Treasurer, Role.Observer],
        [Act.ReadSummary] = [Role.Coordinator],
        [Act.AnswerForTeam] = [Role.Volunteer, Role.Keeper, Role.Coordinator, Role.Board, Role.Treasurer],
        [Act.AnswerForCoordination] = [Role.Coordinator],
        [Act.AnswerForBoard] = [Role.Board],
        [Act.FollowDecision] = [Role.Coordinator, Role.Board],

        [Act.LendDefinitions] = [Role.Coordinator],
        [Act.ReadTeam] = [Role.Volunteer, Role.Keeper, Role.Coordinator, Role.Board, Role.Treasurer, Role.Observer],
        [Act.GiveRole] = [Role.Coordinator, Role.Board],
        [Act.Invite] = [Role.Coordinator, Role.Board],
        [Act.RemoveMember] = [Role.Coordinator],
        [Act.AttachPlace] = [Role.Coordinator, Role.Board],
        [Act.TendReminders] = [Role.Coordinator],
        [Act.Speak] = [Role.Volunteer, Role.Keeper, Role.Coordinator, Role.Board, Role.Treasurer, Role.Partner, Role.Observer],
        [Act.ReportVoice] = [Role.Volunteer, Role.Keeper, Role.Coordinator, Role.Board, Role.Treasurer],
        [Act.ReadVoices] = [Role.Volunteer, Role.Keeper, Role.Coordinator, Role.Board, Role.Treasurer, Role.Observer],
        [Act.TendVoices] = [Role.Coordinator],
        [Act.ClosePeriod] = [Role.Coordinator],
        [Act.RereadValue] = [Role.Coordinator, Role.Treasurer],
        [Act.AskRereading] = [Role.Coordinator],
    };

    /// <summary>What belongs to the association is closed to whoever speaks for a partner, whatever else they are in it.</summary>
    public static bool Allow(IReadOnlyCollection<Role> roles, Act act) =>
        roles.Any(Table[act].Contains) && (act is not (Act.ProposeObjective or Act.ConfirmObjective or Act.DescribeAction) || Authorship.IsOpenTo(roles));

    /// <summary>Who may, most usual first: said to somebody who may not.</summary>
    public static IReadOnlyList<Role> WhoMay(Act act) => Table[act];
}
