using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Steps;

namespace SocialUtility.Bot.Conversation;

/// <summary>What the person may, and what is said to who may not.</summary>
public sealed partial class Session
{
    /// <summary>Does anybody sit on the board yet? Until then the coordinator answers in its place.</summary>
    public async ValueTask<bool> BoardSitsAsync(CancellationToken cancellation) =>
        Member?.Roles.Contains(Role.Board) == true || (await RosterAsync(cancellation)).Members.Any(member => member.Roles.Contains(Role.Board));

    /// <summary>Is what the method asks of that audience put to this person?</summary>
    public async ValueTask<bool> ReachesAsync(string audience, CancellationToken cancellation) =>
        Member is not null
        && Audience.Reaches(audience, Member.Roles, boardSits: false)
        && (Audience.Reaches(audience, Member.Roles, boardSits: true) || !await BoardSitsAsync(cancellation));

    public bool May(Act act) => Member?.May(act) ?? false;

    /// <summary>Asks somebody who belongs to no association whether they want to create one; tells who has left that it is over.</summary>
    public void NoAssociation()
    {
        if (Former is { } former)
        {
            Say(former.Name.Length > 0 ? Words.Say("former", former.Name) : Words["former.unnamed"], Who.Associations.Count > 1 ? [Words["button.change-association"]] : []);
            return;
        }

        if (Outside is { } outside)
        {
            Say(Words.Say("room.outsider", outside.Name));
            return;
        }

        Say(Words["no-association"], Words["button.begin"]);
        WaitFor(NextStep.Kind, ("command", "begin"));
    }

    /// <summary>Does it for somebody who may read the project; says to others what they can do.</summary>
    public ValueTask AsMember(Action what) => AsMember(() =>
    {
        what();
        return ValueTask.CompletedTask;
    });

    /// <summary>The same for what has to be read first.</summary>
    public ValueTask AsMember(Func<ValueTask> what)
    {
        if (Member is null)
        {
            NoAssociation();
        }
        else if (!May(Act.ReadProject))
        {
            Say(Words["refused.partner.read"]);
        }
        else
        {
            return what();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Does it for a member who may; says to others who may.</summary>
    public ValueTask IfMay(Act act, Func<ValueTask> what) => AsMember(() =>
    {
        if (May(act))
        {
            return what();
        }

        Refuse(act);
        return ValueTask.CompletedTask;
    });

    /// <summary>Says who may, to somebody who may not.</summary>
    public void Refuse(Act act)
    {
        if (Member is null)
        {
            NoAssociation();
            return;
        }

        var roles = Permissions.WhoMay(act).Where(role => role is Role.Coordinator or Role.Board or Role.Volunteer or Role.Partner).Take(2).Select(role => Words["role." + role]);
        Say(Words.Say(Member.Roles.Contains(Role.Partner) && act is Act.DescribeProject or Act.ProposeObjective or Act.DescribeAction ? "refused.partner" : "refused", Words.List([.. roles])));
    }
}
