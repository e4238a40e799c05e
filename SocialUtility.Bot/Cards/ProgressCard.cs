using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Steps;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>« Où en est-on »: the three parts of the way, each step with who is expected, and a button for what can be gone on with.</summary>
public static class ProgressCard
{
    private static readonly string[] Commands = ["launch", "frame", "project", "objectives", "actions", "voice", "criteria", "definition", "indicators", "record", "understand", "profile"];

    /// <param name="session">The turn.</param>
    /// <param name="progress">How far each step is.</param>
    /// <param name="toDecide">Criteria that are concluded and await a decision.</param>
    /// <param name="decided">Decisions that are neither done nor dropped.</param>
    public static AdaptiveCard For(Session session, Progress progress, int toDecide = 0, int decided = 0)
    {
        var words = session.Words;
        var steps = progress.Steps.Where(step => step.Step != MethodStep.Use).ToList();
        var done = words.Count("progress.done", steps.Count(step => step.Reached == Reached.Done), words.Spelled(steps.Count));
        List<AdaptiveElement> body =
        [
            Context(Plain(session.Association.Name)),
            Heading(words["progress.heading"]),
            Text(done),
            Grey(Enum.GetValues<Part>().Select((part, index) => Text(
                words.Say("progress.part", words["progress.part." + part], words["progress.reached." + progress.Of(part)]),
                index == 0 ? AdaptiveSpacing.Default : AdaptiveSpacing.Small))),
        ];
        foreach (var part in progress.Steps.GroupBy(step => step.Part))
        {
            body.Add(SecondHeading(words["progress.part." + part.Key]));
            body.AddRange(part.Select(step => Group(
            [
                Bold(words["progress.step." + step.Step]),
                Detail(Detailed(words, step), AdaptiveSpacing.None),
                .. step.Step == MethodStep.Understand && toDecide + decided > 0
                    ? (AdaptiveElement[])[Detail(words.Say("progress.decisions", toDecide, decided), AdaptiveSpacing.None)]
                    : [],
            ])));
        }

        var mark = CardMark.Of(1);
        var buttons = progress.Steps
            .Where(step => step is { Reached: not Reached.Done, CanBegin: true })
            .Select(step => CommandFor(session, step.Step))
            .OfType<string>()
            .Take(6)
            .Select((command, index) => Tap(words["progress.button." + command], "step.go", mark, ("step", command)) is var button && index == 0 ? button.First() : button);
        return Card(words, words.Say("progress.fallback", done, words.List([.. progress.Steps.Where(step => step.Reached != Reached.Done && step.CanBegin).Select(step => words["progress.step." + step.Step])])), body, buttons);
    }

    /// <summary>The word that a button of this card may stand for; null for anything else that comes from outside.</summary>
    public static string? CommandOf(string step) => Commands.Contains(step) ? step : null;

    private static string Detailed(Wording.Words words, StepReached step)
    {
        if (!step.CanBegin)
        {
            return words["progress.waits." + step.Step];
        }

        var reached = words.Opening(words["progress.reached." + step.Reached]);
        return step.Awaited.Count == 0 ? reached : words.Say("progress.by", reached, words.List([.. step.Awaited.Select(role => words["role." + role])]));
    }

    /// <summary>What leads on in that step; null where this person cannot.</summary>
    private static string? CommandFor(Session session, MethodStep step)
    {
        var file = session.Dossier;
        var (command, act) = step switch
        {
            MethodStep.Launch => ("launch", Act.ReadProject),
            MethodStep.Frame => ("frame", Act.ReadProject),
            MethodStep.Clarify when file.Purposes.Count > 0 && !file.Objectives.Any(objective => !objective.Retired && objective.Adopter is not null) => ("objectives", Act.ReadProject),
            MethodStep.Clarify when file.Purposes.Count > 0 => ("actions", Act.ReadProject),
            MethodStep.Clarify => ("project", Act.ReadProject),
            MethodStep.Hear => ("voice", Act.ReportVoice),
            MethodStep.Define when file.Criteria.Any(criterion => !criterion.Retired) => ("definition", Act.ReadProject),
            MethodStep.Define => ("criteria", Act.ReadProject),
            MethodStep.Choose => ("indicators", Act.ReadProject),
            MethodStep.Record => ("record", Act.RecordValue),
            MethodStep.Understand => ("understand", Act.ReadProject),
            MethodStep.Use => ("profile", Act.ReadProfile),
            _ => (null, Act.ReadProject),
        };
        return command is not null && session.May(act) ? command : null;
    }
}
