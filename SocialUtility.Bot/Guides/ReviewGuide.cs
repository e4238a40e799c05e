using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// The tree goes on into another year: everything is kept unless somebody says what ends (docs/decisions/0012). What ends is
/// retired, stays readable, and no value is touched.
/// </summary>
public sealed class ReviewGuide : Guide
{
    public const string Name = "review";

    private const string Objectives = "revoir.objectifs";
    private const string Actions = "revoir.actions";
    private const string Indicators = "revoir.indicateurs";

    /// <summary>As many names of things stand on one card of an old client.</summary>
    private const int ShortName = 70;

    public override string Id => Name;

    public override Act? Needs => Act.ConfirmObjective;

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        var file = session.Dossier;
        List<Question> questions = [];
        Ask(Objectives, LinkQuestions.Objectives(session));
        Ask(Actions, [.. file.Actions.Where(action => !action.Retired).Select(action => Of(session, action.Id.ToString(), action.Number, action.Name))]);
        Ask(Indicators, [.. file.Indicators.Where(indicator => !indicator.Retired).Select(indicator => Of(session, indicator.Id.ToString(), indicator.Number, indicator.Name))]);
        return questions;

        void Ask(string id, IReadOnlyList<Choice> choices)
        {
            if (choices.Count > 0)
            {
                questions.Add(new ChoiceQuestion(id)
                {
                    Ask = session.Words[$"ask.{id}"],
                    Hint = session.Words["hint.revoir"],
                    Readers = session.Words["readers.team"],
                    Several = true,
                    Choices = choices,
                });
            }
        }
    }

    public override ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var words = session.Words;
        var file = session.Dossier;
        List<Entry> ended =
        [
            .. file.Objectives.Where(objective => !objective.Retired && draft.Chosen(Objectives).Contains(objective.Id.ToString())).Select(objective => objective with { Retired = true, Version = objective.Version + 1 }),
            .. file.Actions.Where(action => !action.Retired && draft.Chosen(Actions).Contains(action.Id.ToString())).Select(action => action with { Retired = true, Version = action.Version + 1 }),
            .. file.Indicators.Where(indicator => !indicator.Retired && draft.Chosen(Indicators).Contains(indicator.Id.ToString())).Select(indicator => indicator with { Retired = true, Version = indicator.Version + 1 }),
        ];
        if (ended.Count == 0)
        {
            session.Say(words["review.all-kept"]);
        }
        else
        {
            // A batch holds so many rows; what is left of a very large end is asked again.
            var now = ended.Take(Reuse.MostAtOnce).ToList();
            session.Write(now, "tree.review", Dossier.Prefix);
            session.Say(words.Count("review.done", now.Count));
        }

        session.Show(TreeCard.For(session));
        return ValueTask.CompletedTask;
    }

    private static Choice Of(Session session, string id, int number, string name) =>
        new(id, session.Words.Say("list.objective.line", number, name.Length <= ShortName ? name : name[..ShortName].TrimEnd() + "…"), number);
}
