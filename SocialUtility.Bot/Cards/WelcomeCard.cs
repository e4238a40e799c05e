using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>The first card, and « aide »: what the bot is for, how long it takes, who sees the answers (deck row D01). It asks nothing.</summary>
public static class WelcomeCard
{
    public static AdaptiveCard For(Session session, bool mayShowExample)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        List<AdaptiveAction> buttons = [Tap(words[session.File is null ? "button.begin" : "button.go-on"], "welcome.begin", mark).First()];
        if (mayShowExample)
        {
            buttons.Add(Tap(words["button.see-example"], "example.load", mark));
        }

        if (session.File is null && !session.Heard.IsLocal)
        {
            buttons.Add(Tap(words["button.have-invitation"], "arrival.begin", mark));
        }

        if (session.File is not null)
        {
            buttons.Add(Tap(words["button.progress"], "progress.show", mark));
        }

        buttons.Add(Tap(words["button.privacy"], "privacy.show", mark));
        return Card(
            words,
            words["welcome.fallback"],
            [
                Context(session.File is null ? words["welcome.context"] : Plain(session.Association.Name)),
                Heading(words["welcome.heading"]),
                Text(words["welcome.what"]),
                Grey(
                    Text(words["welcome.step1"]),
                    Text(words["welcome.step2"], AdaptiveSpacing.Small),
                    Text(words["welcome.step3"], AdaptiveSpacing.Small),
                    Text(words["welcome.step4"], AdaptiveSpacing.Small)),
                Detail(words["welcome.who-sees"], AdaptiveSpacing.Medium),
                Detail(words["welcome.progress"]),
            ],
            buttons);
    }

    /// <summary>The words that are understood everywhere, each with what it opens.</summary>
    public static AdaptiveCard Help(Session session, bool mayShowExample)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        (string, string?)[] Lines(params ReadOnlySpan<string> names)
        {
            var lines = new List<(string, string?)>();
            foreach (var name in names)
            {
                lines.Add((words["word." + name], words["help." + name]));
            }

            return [.. lines];
        }

        List<AdaptiveElement> body =
        [
            Context(session.File is null ? words["welcome.context"] : Plain(session.Association.Name)),
            Heading(words["help.heading"]),
            SecondHeading(words["help.method"]),
            Facts(Lines("progress", "launch", "frame")),
            SecondHeading(words["help.ours"]),
            Facts(Lines("association", "project", "purposes", "objectives", "actions", "criteria", "indicators", "tree", "coherence", "team")),
            SecondHeading(words["help.words"]),
            Facts(Lines("voice", "voices", "my-voices", "reported-voice", "sheet", "sheet-grid")),
            SecondHeading(words["help.together"]),
            Facts(Lines("group", "proposals", "opinions", "definition", "who-wrote", "lend")),
            SecondHeading(words["help.figures"]),
            Facts(Lines("record", "history", "complete", "starter", "profile", "understand", "decisions")),
            SecondHeading(words["help.always"]),
            Facts(Lines("explain", "glossary", "skip", "back", "cancel", "language", "privacy")),
        ];
        if (mayShowExample)
        {
            body.Add(Detail(words["help.example"]));
        }

        return Card(
            words,
            words["help.fallback"],
            body,
            Tap(words["button.association"], "association.show", mark),
            Tap(words["button.project"], "project.show", mark),
            Tap(words["button.record-one"], "value.choose", mark),
            Tap(words["button.profile"], "profile.show", mark));
    }
}
