using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Example;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>First hello, help, language, privacy notice, and on one's own machine the worked example.</summary>
public sealed class WelcomeSubject(ITable table) : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["hello"] = (session, _) => Hello(session),
        ["help"] = (session, _) => Help(session),
        ["language"] = (session, _) => Language(session),
        ["english"] = (session, _) => Speak(session, Domain.Language.English),
        ["french"] = (session, _) => Speak(session, Domain.Language.French),
        ["privacy"] = (session, _) => Privacy(session),
        ["begin"] = (session, _) => Begin(session),
        ["example"] = ExampleAsync,
        ["explain"] = (session, _) => Help(session),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["welcome.begin"] = (session, _, _) => Begin(session),
        ["privacy.show"] = (session, _, _) => Privacy(session),
        ["privacy.read"] = (session, submission, _) => Read(session, submission),
        ["example.load"] = (session, _, cancellation) => ExampleAsync(session, cancellation),
        ["help.show"] = (session, _, _) => Help(session),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        ["language"] = (_, _, _, _) => ValueTask.FromResult(false),
    };

    /// <summary>Once for a conversation, whatever the channel sends twice; never in a channel.</summary>
    public static void Welcome(Session session)
    {
        var words = session.Words;
        if (session.Heard.Room is not null)
        {
            session.Say(words["room.attach-here"]);
            return;
        }

        session.Know(session.Who with { Welcomed = true });
        session.Say(words["welcome.hello"]);
        session.Show(WelcomeCard.For(session, session.Heard.IsLocal && session.File is null));
    }

    /// <summary>« Commencer »: the notice first, then the association's name or the next open thing.</summary>
    public static ValueTask Begin(Session session)
    {
        if (session.Who.PrivacyRead < PrivacyCard.Version)
        {
            ShowPrivacy(session, session.Words["button.begin"]);
            return ValueTask.CompletedTask;
        }

        if (session.File is null)
        {
            session.Begin(AssociationGuide.Name);
        }
        else
        {
            NextStep.Offer(session);
        }

        return ValueTask.CompletedTask;
    }

    private static ValueTask Hello(Session session)
    {
        if (session.File is null)
        {
            Welcome(session);
            return ValueTask.CompletedTask;
        }

        session.Say(session.Words["hello"]);
        return ValueTask.CompletedTask;
    }

    private static ValueTask Help(Session session)
    {
        session.Show(WelcomeCard.Help(session, session.Heard.IsLocal));
        return ValueTask.CompletedTask;
    }

    private static ValueTask Language(Session session)
    {
        session.WaitFor("language");
        session.Say(session.Words["language.which"], "Français", "English");
        return ValueTask.CompletedTask;
    }

    private static ValueTask Speak(Session session, Language language)
    {
        session.Know(session.Who with { Chosen = language });
        session.Desk = session.Desk with { Waiting = null };
        session.Say(session.Words["language.chosen"]);
        return ValueTask.CompletedTask;
    }

    private static ValueTask Privacy(Session session)
    {
        session.ForOneAlone = true;
        session.Show(PrivacyCard.For(session, null));
        return ValueTask.CompletedTask;
    }

    /// <summary>The notice, before what the person wanted; « J'ai lu » leads on to it.</summary>
    internal static void ShowPrivacy(Session session, string then)
    {
        session.ForOneAlone = true;
        session.Say(session.Words["privacy.before"]);
        session.Show(PrivacyCard.For(session, then.Length <= Texts.Title ? then : ""));
    }

    private static ValueTask Read(Session session, Submission submission)
    {
        session.Know(session.Who with { PrivacyRead = Math.Max(session.Who.PrivacyRead, Math.Min(submission.Version, PrivacyCard.Version)) });
        var then = submission["then"];
        // A button pressed before is pressed once more: what it carried was not kept.
        session.Say(session.Words[then.Length == 0 && submission.Has("then") ? "privacy.thanks.again" : "privacy.thanks"]);
        session.HearAgain = then.Length is > 0 and <= Texts.Title ? then : null;
        return ValueTask.CompletedTask;
    }

    /// <summary>The worked example, complete, so that everything can be tried at once: on one's own machine only.</summary>
    private async ValueTask ExampleAsync(Session session, CancellationToken cancellation)
    {
        var words = session.Words;
        if (!session.Heard.IsLocal)
        {
            session.Say(words["example.local-only"]);
            return;
        }

        if (await LoadedAsync(session, cancellation) is { } loaded)
        {
            if (session.File is null || session.Association.Id != loaded.Association.Id)
            {
                session.MoveTo(loaded);
            }
        }
        else
        {
            var id = Id<Association>.New();
            await table.WriteAsync(Association.Partition(id), WorkedExample.Rows(id, session.Person, session.Now), cancellation);
            session.MoveTo((await Dossier.OpenAsync(table, id, cancellation))!);
        }

        session.Know(session.Who with { PrivacyRead = PrivacyCard.Version });
        session.Say(words.Say("example.loaded", session.Association.Name), words["word.profile"], words["word.tree"], words["word.record"], words["word.project"]);
    }

    /// <summary>The example that this person loaded before; an association of the same name is not it.</summary>
    private async ValueTask<Dossier?> LoadedAsync(Session session, CancellationToken cancellation)
    {
        foreach (var belonging in session.Who.Associations)
        {
            if (await Dossier.OpenAsync(table, belonging.Association, cancellation) is { Association.IsExample: true } file)
            {
                return file;
            }
        }

        return null;
    }
}
