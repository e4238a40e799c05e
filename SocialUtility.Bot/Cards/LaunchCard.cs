using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Steps;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>« Décision de démarrage » (what comes out of step e0): why, who carries it, what worries; adopted by the board, with its date.</summary>
public static class LaunchCard
{
    public static AdaptiveCard For(Session session, IReadOnlyList<MethodAnswer> everybody, int page)
    {
        var words = session.Words;
        var answers = session.Dossier.Answers;
        string? Said(string id) => answers.TryGetValue(id, out var answer) ? Plain(StepQuestions.Said(session, answer)) : null;

        var agreed = StepQuestions.AgreedOn(session.Dossier);
        List<AdaptiveElement> body =
        [
            Context(words.Say("step.context", Plain(session.Association.Name), words["guide.launch.title"])),
            Heading(words["launch.heading"]),
            Bold(agreed is { } day ? words.Say("launch.agreed", words.Day(day)) : words["launch.to-agree"], AdaptiveSpacing.Small),
        ];
        if (agreed is not null && ChangedSince(answers))
        {
            body.Add(Detail(words["launch.changed-since"]));
        }

        foreach (var id in (string[])[StepQuestions.Why, StepQuestions.OwnReason])
        {
            if (answers.TryGetValue(id, out var answer))
            {
                body.Add(RereadCard.Said(RereadCard.NameOf(session, id), answer.Text));
            }
        }

        List<(string, string?)> facts = [.. ((string[])[StepQuestions.Motive, "e0-decider.qui-porte", "e0-decider.temps", "e0-decider.aide", "e0-decider.echeance", StepQuestions.Type]).Select(id => (RereadCard.NameOf(session, id), Said(id)))];
        if (facts.Exists(fact => fact.Item2 is not null))
        {
            body.Add(Grey(Facts(facts)));
        }

        var worries = everybody.Where(answer => answer.Question == StepQuestions.Worries).ToList();
        page = StepParts.Heard(body, session, words.Count("launch.worries", worries.Count), worries, page);
        StepParts.StillOpen(body, session, StepGuide.Launch, everybody);
        var mark = CardMark.Of(1);
        List<AdaptiveAction> buttons = [];
        if (agreed is null && (session.May(Act.AnswerForBoard) || session.May(Act.AnswerForCoordination)))
        {
            buttons.Add(Tap(words["button.adopt"], "answer.edit", mark, ("phrase", StepQuestions.Agreed)).First());
        }

        StepParts.Buttons(buttons, session, StepGuide.Launch, worries.Count, page, mark);
        buttons.Add(Tap(words["button.frame"], "frame.open", mark));
        return Card(words, words.Say("launch.fallback", session.Association.Name, agreed is { } on ? words.Say("launch.agreed", words.Day(on)) : words["launch.to-agree"]), body, buttons);
    }

    /// <summary>Something else of the decision was written after the board had adopted it.</summary>
    private static bool ChangedSince(IReadOnlyDictionary<string, MethodAnswer> answers) =>
        answers.TryGetValue(StepQuestions.Agreed, out var agreed) && answers.Values.Any(answer => StepGuide.Launch.Has(answer.Question) && answer.At > agreed.At);
}
