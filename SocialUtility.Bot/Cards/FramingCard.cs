using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Steps;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>« Note de cadrage » (what comes out of step e1), on one page: what for, which question, what is looked at, with whom, who may see.</summary>
public static class FramingCard
{
    public static AdaptiveCard For(Session session, IReadOnlyList<MethodAnswer> everybody, int page)
    {
        var words = session.Words;
        var answers = session.Dossier.Answers;
        string? Said(string id) => answers.TryGetValue(id, out var answer) ? Plain(StepQuestions.Said(session, answer)) : null;

        List<AdaptiveElement> body =
        [
            Context(words.Say("step.context", Plain(session.Association.Name), words["guide.frame.title"])),
            Heading(words["framing.heading"]),
        ];
        var question = answers.GetValueOrDefault("e1-cadrer.question");
        foreach (var said in ((MethodAnswer?[])[answers.GetValueOrDefault(StepQuestions.Why), question]).OfType<MethodAnswer>())
        {
            body.Add(RereadCard.Said(RereadCard.NameOf(session, said.Question), said.Text));
        }

        List<(string, string?)> facts =
        [
            .. ((string[])[StepQuestions.Motive, "e1-cadrer.perimetre", "e1-cadrer.pour-qui", "e1-cadrer.periode", "e1-cadrer.partenaires-quand", "e1-cadrer.existant", "e1-cadrer.regles"])
                .Select(id => (RereadCard.NameOf(session, id), Said(id))),
        ];
        if (facts.Exists(fact => fact.Item2 is not null))
        {
            body.Add(Grey(Facts(facts)));
        }

        var concerned = Concerned(session, everybody);
        if (concerned.Count > 0)
        {
            body.Add(SecondHeading(words["framing.concerned"]));
            body.Add(Text(Plain(words.Opening(words.List(concerned))), AdaptiveSpacing.Small));
        }

        var unheard = everybody.Where(answer => answer.Question == StepQuestions.Unheard).ToList();
        page = StepParts.Heard(body, session, words["framing.unheard"], unheard, page);
        StepParts.StillOpen(body, session, StepGuide.Frame, everybody);
        var mark = CardMark.Of(1);
        List<AdaptiveAction> buttons = [];
        StepParts.Buttons(buttons, session, StepGuide.Frame, unheard.Count, page, mark);
        buttons.Add(Tap(words["button.progress"], "progress.show", mark));
        return Card(words, words.Say("framing.fallback", session.Association.Name, question?.Text ?? words["framing.no-question"]), body, buttons);
    }

    /// <summary>Everybody whom anybody named, kinds in the order of the list, own words after; each once, at most twenty.</summary>
    private static List<string> Concerned(Session session, IReadOnlyList<MethodAnswer> everybody)
    {
        var named = everybody.Where(answer => answer.Question == StepQuestions.Concerned).ToList();
        var kinds = Domain.Steps.Progress.Named(everybody, StepQuestions.Concerned);
        return
        [
            .. kinds.Select(kind => session.Words["voice.kind." + kind]).Concat(named.SelectMany(answer => answer.Choices)
                .Where(choice => !Enum.TryParse<Domain.Voices.Stakeholder>(choice, out _)))
                .Distinct(StringComparer.CurrentCultureIgnoreCase)
                .Take(20),
        ];
    }
}
