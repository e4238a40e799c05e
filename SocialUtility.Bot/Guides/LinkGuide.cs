using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Guides;

/// <summary>What of the tree is linked to what, where it is not an action to its objectives (domain.md 8, rule 1).</summary>
public enum Way
{
    /// <summary>A criterion to the objectives it speaks of.</summary>
    Objectives,

    /// <summary>An objective to the criteria by which one would know.</summary>
    Criteria,

    /// <summary>An objective to the purpose it pursues first.</summary>
    Purpose,

    /// <summary>An action to the indicators that are counted in it.</summary>
    Indicators,
}

/// <summary>Links one thing of the tree to others, with the reason where it is one; what stood before stays.</summary>
public sealed class LinkGuide : Guide
{
    public const string Name = "link";

    private const string To = "lien.vers";
    private const string Another = "another";
    private const int ShortName = 70;

    public override string Id => Name;

    /// <summary>Who may is asked here, since it depends on what is linked.</summary>
    public static void Begin(Session session, Way way, Entry entry)
    {
        if (!session.May(ActOf(way)))
        {
            session.Refuse(ActOf(way));
        }
        else if (Choices(session, way) is [])
        {
            // There is nothing to link to yet: it is written first.
            session.Say(session.Words[$"lien.none.{way}"]);
            session.Begin(way switch { Way.Objectives => ObjectiveGuide.Name, Way.Criteria => CriterionGuide.Name, Way.Purpose => PurposeGuide.Name, _ => IndicatorGuide.Name });
        }
        else
        {
            session.Begin(Name, draft => new() { Guide = Name, Id = draft.Id, Subject = $"{way}|{entry.Key}", SubjectVersion = entry.Version, Touched = session.Now });
        }
    }

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        var (way, entry) = Subject(session, draft);
        List<Question> questions =
        [
            new ChoiceQuestion(To)
            {
                Ask = session.Words.Say($"ask.lien.{way}", session.Words.Quoted(entry is null ? "" : RenameGuide.NameOf(entry))),
                Hint = session.Words[$"hint.lien.{way}"],
                Readers = session.Words["readers.team"],
                Several = way is not Way.Purpose,
                AsksWhy = way is Way.Objectives or Way.Criteria,
                Choices = Choices(session, way),
            },
        ];
        if (entry is Criterion criterion && way == Way.Objectives)
        {
            questions.AddRange(LinkQuestions.MainlyWhich(session, LinkQuestions.Joined(criterion.Links, LinkQuestions.Links(draft, To))));
        }

        return questions;
    }

    public override ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var words = session.Words;
        var (way, entry) = Subject(session, draft);
        if (entry is null || entry.Version != draft.SubjectVersion)
        {
            session.Say(words.Say("action.changed-meanwhile", words.Quoted(entry is null ? "" : RenameGuide.NameOf(entry))));
        }
        else if (!session.May(ActOf(way)))
        {
            session.Refuse(ActOf(way));
        }
        else if (draft.Chosen(To) is { Count: > 0 } chosen)
        {
            Write(session, draft, way, entry, chosen);
        }
        else
        {
            session.Say(words["lien.left-open"]);
        }

        return ValueTask.CompletedTask;
    }

    private static void Write(Session session, Draft draft, Way way, Entry entry, IReadOnlyList<string> chosen)
    {
        switch (entry)
        {
            case Criterion criterion:
                session.Write(
                    criterion with { Links = LinkQuestions.Joined(criterion.Links, LinkQuestions.Links(draft, To)), Mainly = LinkQuestions.SaidMainly(draft) ?? criterion.Mainly, Version = criterion.Version + 1 },
                    "criterion.link");
                break;
            case Objective objective when way == Way.Purpose:
                var first = Id<Purpose>.Parse(chosen[0]);
                session.Write(objective with { Purposes = [first, .. objective.Purposes.Where(purpose => purpose != first)], Version = objective.Version + 1 }, "objective.purpose");
                break;
            case Objective objective:
                Link link = new(objective.Id, draft[To]!.Because);
                foreach (var criterion in session.Dossier.Criteria.Where(criterion => !criterion.Retired && chosen.Contains(criterion.Id.ToString())).ToList())
                {
                    session.Write(criterion with { Links = LinkQuestions.Joined(criterion.Links, [link]), Version = criterion.Version + 1 }, "criterion.link");
                }

                break;
            case SocialAction action:
                foreach (var indicator in session.Dossier.Indicators.Where(indicator => !indicator.Retired && chosen.Contains(indicator.Id.ToString()) && !indicator.Actions.Contains(action.Id)).ToList())
                {
                    session.Write(indicator with { Actions = [.. indicator.Actions, action.Id], Version = indicator.Version + 1 }, "indicator.link");
                }

                break;
        }

        if (chosen.Contains(Another))
        {
            session.Begin(CriterionGuide.Name);
        }
        else
        {
            session.Say(session.Words["action.linked-as-said"]);
        }
    }

    private static (Way Way, Entry? Entry) Subject(Session session, Draft draft) =>
        draft.Subject?.Split('|', 2) is [var way, var key] ? (Enum.Parse<Way>(way), RenameGuide.Find(session, key)) : (default, null);

    private static Act ActOf(Way way) => way switch
    {
        Way.Purpose => Act.RewriteProject,
        Way.Indicators => Act.ChooseIndicator,
        _ => Act.WriteCriterion,
    };

    internal static IReadOnlyList<Choice> Choices(Session session, Way way)
    {
        var words = session.Words;
        var file = session.Dossier;
        Choice Of(string id, int number, string name) => new(id, words.Say("list.objective.line", number, name.Length <= ShortName ? name : name[..ShortName].TrimEnd() + "…"), number);
        return way switch
        {
            Way.Objectives => LinkQuestions.Objectives(session),
            Way.Purpose => [.. file.Purposes.Select(purpose => Of(purpose.Id.ToString(), purpose.Number, words.Say("tree.so-that", purpose.Text.Text.OnOneLine())))],
            Way.Indicators => [.. file.Indicators.Where(indicator => !indicator.Retired).Select(indicator => Of(indicator.Id.ToString(), indicator.Number, indicator.Name))],
            _ => file.Criteria.Where(criterion => !criterion.Retired).ToList() is { Count: > 0 } criteria
                ? [.. criteria.Select(criterion => Of(criterion.Id.ToString(), criterion.Number, criterion.Name)), new(Another, words["lien.another-criterion"], 0)]
                : [],
        };
    }
}
