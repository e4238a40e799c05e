using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>One question of a guide; one only, and who will read the answer stands below it.</summary>
public static class QuestionCard
{
    public static AdaptiveCard For(Session session, Guide guide, Draft draft, Question question, int number, int of)
    {
        var words = session.Words;
        var mark = CardMark.Of(draft.Turn);
        (string, object)[] fields = [("draft", draft.Id), ("question", question.Id)];
        var body = new List<AdaptiveElement>
        {
            Context(of > 1 ? words.Say("question.context", words[$"guide.{guide.Id}.title"], number, of) : words[$"guide.{guide.Id}.title"]),
            Heading(Plain(question.Ask)),
        };
        if (question.Hint is { } hint)
        {
            body.Add(Detail(hint));
        }

        if (question.Example is { } example)
        {
            var shown = Grey(Context(words["question.example"]), Text(words.Quoted(example), AdaptiveSpacing.Small));
            (shown.Id, shown.IsVisible) = ("exemple", false);
            body.Add(shown);
        }

        body.AddRange(Inputs(session, question, draft[question.Id]));
        body.Add(Detail(question.Readers));

        var actions = new List<AdaptiveAction> { Send(words["button.answer"], "guide.answer", mark, fields).First() };
        if (question.MayStayOpen)
        {
            actions.Add(Tap(words["button.unknown"], "guide.unknown", mark, fields));
        }

        if (question is FigureQuestion { InItsPlace: var others })
        {
            actions.AddRange(others.Select(other => Tap(words.Opening(other.Title), "guide.answer", mark, [.. fields, (Question.Field, other.Value)])));
        }

        if (question.Example is not null)
        {
            actions.Add(new AdaptiveToggleVisibilityAction { Title = words["button.example"], TargetElements = [new AdaptiveTargetElement("exemple")] });
        }

        if (question.MayStayOpen)
        {
            actions.Add(Tap(words["button.skip"], "guide.skip", mark, fields).Rare());
        }

        if (draft.Answers.Count > 0)
        {
            actions.Add(Tap(words["button.previous"], "guide.back", mark, fields).Rare());
        }

        actions.Add(Tap(words["button.take-up-later"], "guide.later", mark, fields).Rare());
        return Card(words, Fallback(words, question), body, actions);
    }

    /// <summary>In the place of the question, once it is answered: what was said, and nothing to press.</summary>
    public static AdaptiveCard Outcome(Session session, Guide guide, Question question, string? remark, Answer? answer = null)
    {
        var words = session.Words;
        var body = new List<AdaptiveElement> { Context(words[$"guide.{guide.Id}.title"]), Bold(Plain(question.Ask), AdaptiveSpacing.None) };
        if (answer is { How: Guides.Answered.Said })
        {
            body.Add(answer.Choices is null
                ? Tinted(Text(Voice(words, answer.Text)))
                : Text(Plain(answer.Text) + (answer.Because is { } because ? $" — {words.Say("because", Plain(because))}" : ""), AdaptiveSpacing.Small));
        }

        body.Add(Detail(remark ?? words["question.noted"]));
        return Card(words, $"{question.Ask} {answer?.Text ?? remark}", body);
    }

    /// <summary>The fields of one question, with the answer that stands filled in.</summary>
    internal static IEnumerable<AdaptiveElement> Inputs(Session session, Question question, Answer? given)
    {
        var words = session.Words;
        var standing = given is { How: Guides.Answered.Said } ? given : null;
        switch (question)
        {
            case OpenQuestion open:
                yield return new AdaptiveTextInput
                {
                    Id = Question.Field,
                    Label = words[open.OnOneLine ? "question.label.short" : "question.label"],
                    MaxLength = open.Longest,
                    IsMultiline = !open.OnOneLine,
                    IsRequired = !question.MayStayOpen,
                    ErrorMessage = words[question.MayStayOpen ? "question.error" : "question.error.needed"],
                    Placeholder = open.Placeholder,
                    Value = standing?.Text,
                };
                break;
            case FigureQuestion figure:
                yield return new AdaptiveTextInput
                {
                    Id = Question.Field,
                    Label = words["question.label.figure"],
                    MaxLength = 40,
                    IsRequired = !question.MayStayOpen,
                    ErrorMessage = words[question.MayStayOpen ? "question.error.figure" : "slip.no-figure"],
                    Placeholder = figure.Placeholder,
                    Value = standing?.Text,
                };
                break;
            case ChoiceQuestion choice:
                var input = Choices(Question.Field, words["question.label.choice"], choice.Choices.Select(one => (one.Value, Plain(one.Title))));
                input.IsMultiSelect = choice.Several;
                input.IsRequired = !question.MayStayOpen;
                input.ErrorMessage = words[question.MayStayOpen ? "question.error.choice" : "slip.no-choice"];
                var chosen = (standing?.Choices ?? []).Where(value => choice.Choices.Any(one => one.Value == value)).ToList();
                if (chosen.Count > 0)
                {
                    input.Value = string.Join(',', chosen);
                }

                if (choice.OrOwnWords)
                {
                    // Own words may stand in the place of a choice: neither field is required then.
                    input.IsRequired = false;
                }

                yield return input;
                if (choice.OrOwnWords)
                {
                    var own = Input(Question.OwnWords, words["question.label.own-words"], Domain.Texts.Title);
                    own.Value = standing is { Choices: null } ? standing.Text : standing?.Choices?.FirstOrDefault(value => !chosen.Contains(value));
                    yield return own;
                }

                if (choice.AsksWhy)
                {
                    yield return Input("parce", words["question.label.because"], Domain.Texts.ShortText, words["question.placeholder.because"]);
                }

                break;
        }
    }

    private static string Fallback(Wording.Words words, Question question) => question is ChoiceQuestion choice
        ? $"{question.Ask} {string.Join("  ", choice.Choices.Select((one, index) => $"{choice.NumberOf(index)}. {one.Title}"))}"
        : words.Say("question.fallback", question.Ask);
}
