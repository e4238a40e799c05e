using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Conversation;

/// <summary>What is worth doing next on the way from a project to a profile, offered and never pressed.</summary>
public static class NextStep
{
    public const string Kind = "next";

    /// <summary>The command that a question of the project leads back to once it is mended.</summary>
    public const string Coherence = "coherence";

    /// <summary>
    /// The command that leads on, as the association stands with what this turn writes; <paramref name="told"/> where this turn tells the project.
    /// With a board, the purpose is the board's question: who has told the rest is not sent back to it.
    /// </summary>
    public static string Of(Session session, bool told = false)
    {
        var file = session.Dossier;
        told |= file.Statement is not { Origin: null, Need: null, Dream: null, Values: null, Difference: null };
        var adds = session.Changes.Select(change => change.Key).ToList();
        bool Has(string prefix, bool already) => already || adds.Exists(key => key.StartsWith(prefix, StringComparison.Ordinal));
        return true switch
        {
            _ when !Has(Purpose.Prefix, file.Purposes.Count > 0) && session.May(Act.RewriteProject)
                && (session.Member!.Roles.Contains(Role.Board) || !told) => "project",
            _ when !Has(Objective.Prefix, file.Objectives.Any(objective => !objective.Retired)) => "objectives",
            _ when !Has(SocialAction.Prefix, file.Actions.Any(action => !action.Retired)) => "actions",
            _ when !Has(Domain.Criteria.Criterion.Prefix, file.Criteria.Any(criterion => !criterion.Retired)) && session.May(Act.WriteCriterion) => "criteria",
            _ when !Has(Domain.Indicators.Indicator.Prefix, file.Indicators.Any(indicator => !indicator.Retired)) && session.May(Act.ChooseIndicator) => "indicators",
            _ when !Has(Domain.Indicators.Indicator.Prefix, file.Indicators.Any(indicator => !indicator.Retired)) => "voice",
            _ when !Has(Domain.Measurements.Measurement.Prefix, false) && Has(Domain.Indicators.Indicator.Prefix, file.Indicators.Any(indicator => !indicator.Retired)) => "record",
            _ => "profile",
        };
    }

    /// <summary>« Continuer »: what was begun and left comes before what might come next.</summary>
    public static void GoOn(Session session)
    {
        if (session.Desk.Drafts.Values.Where(draft => draft.Answers.Count > 0).MaxBy(draft => draft.Touched) is { } left)
        {
            session.Begin(left.Guide);
        }
        else
        {
            Offer(session);
        }
    }

    public static void Offer(Session session) => Offer(session, Of(session));

    public static void Offer(Session session, string next)
    {
        if (session.CameFrom is not null)
        {
            session.CameFrom = null;
            Back(session);
            return;
        }

        session.WaitFor(Kind, ("command", next));
        session.Say(session.Words["next." + next], session.Words["button.continue"], session.Words["button.later"]);
    }

    /// <summary>« Il reste deux questions, sans urgence. », or that all holds together.</summary>
    public static void Back(Session session)
    {
        var words = session.Words;
        var coherence = Domain.Projects.Coherence.Of(session.Dossier, session.Year);
        var left = coherence.Open.Count;
        if (left == 0)
        {
            session.Say(words[coherence.Meeting.Count + coherence.Wanted.Count > 0 ? "coherence.answered" : "coherence.all-well"]);
            return;
        }

        session.WaitFor(Kind, ("command", Coherence));
        session.Say(words.Count("coherence.left", left), words["button.continue"], words["button.later"]);
    }
}
