using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Voices;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// One's own opinion: a card for one criterion where a person is alone, one card of all criteria before others or in secret.
/// Nobody's answers stand on it but one's own.
/// </summary>
public static class VoteCard
{
    /// <summary>The submission of a secret ballot: what is chosen in it is kept nowhere, not by the web chat either.</summary>
    public const string InSecret = "vote.secret";

    /// <summary>A secret ballot is put in at once: so many questions stand on one card.</summary>
    public const int MostInSecret = 12;

    private const string Opinion = "priorite";
    private const string Why = "pourquoi";
    private const string Kind = "groupe";
    private const string Each = "avis-";

    private const int PageSize = 8;

    public static AdaptiveCard For(Session session, Consultation consultation, int index, Ballot? ballot, Stakeholder kind)
    {
        var words = session.Words;
        var asked = consultation.Asked[index];
        var mark = CardMark.Of(consultation.Version);
        var before = ballot?.On(asked.Id);
        List<AdaptiveElement> body =
        [
            Context(consultation.Asked.Count > 1 ? words.Say("vote.context", index + 1, consultation.Asked.Count) : words["vote.context.one"]),
            Heading(Name(words, asked)),
        ];
        if (asked.Definition is { } definition)
        {
            body.Add(Text(Plain(definition)));
        }

        var choices = ChoicesOf(words, consultation, Opinion, words["vote.ask." + consultation.Mode]);
        (choices.IsRequired, choices.ErrorMessage, choices.Value) = (true, words["vote.choose"], before?.Choice.ToString());
        body.Add(choices);
        var why = Input(Why, words["vote.reason"], Texts.ShortText, words["vote.reason.placeholder"]);
        (why.IsMultiline, why.Value) = (true, before?.Why);
        body.Add(why);
        if (ballot is null && !Ballot.IsOfficialFor(session.Member!))
        {
            body.Add(Kinds(words, kind));
        }

        body.Add(Detail(Ballot.IsOfficialFor(session.Member!) ? words["vote.readers.official"] : words["vote.readers"]));
        (string, object)[] fields = [("consultation", consultation.Id), ("ici", OpinionSubject.HereOf(session)), ("asked", asked.Id)];
        return Card(
            words,
            words.Say("vote.fallback", asked.Name, words.List([.. consultation.Choices.Select(choice => words["choice." + choice])])),
            body,
            Send(words["button.give-opinion"], "vote.cast", mark, fields).First(),
            Tap(words["button.skip"], "vote.skip", mark, fields));
    }

    /// <summary>All that is asked on one card: the same for everybody who sees it, so nothing of anybody is filled in.</summary>
    public static AdaptiveCard ForAll(Session session, Consultation consultation, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(consultation.Version);
        // A secret ballot is put in once, and whole.
        var size = consultation.Secret ? Math.Max(consultation.Asked.Count, 1) : PageSize;
        var pages = Math.Max(1, (consultation.Asked.Count + size - 1) / size);
        page = Math.Clamp(page, 0, pages - 1);
        var day = words.Day(consultation.Closes);
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? words.Say("vote.until", day) : words.Say("list.page", words.Say("vote.until", day), page + 1, pages)),
            Heading(words["vote.heading." + consultation.Mode]),
            Text(words[consultation.Secret ? "vote.secret.how" : "vote.how"]),
        ];
        foreach (var asked in consultation.Asked.Skip(page * size).Take(size))
        {
            var choices = ChoicesOf(words, consultation, Each + asked.Id, Name(words, asked));
            choices.Style = AdaptiveChoiceInputStyle.Compact;
            choices.Placeholder = words["vote.placeholder"];
            body.Add(asked.Definition is { } definition ? Group(choices, Detail(Plain(Cut(definition)), AdaptiveSpacing.None)) : choices);
        }

        if (!consultation.Secret)
        {
            body.Add(Kinds(words, null));
        }

        body.Add(Detail(words[consultation.Secret ? "vote.secret.readers" : "vote.readers"]));
        (string, object)[] fields = [("consultation", consultation.Id), ("ici", OpinionSubject.HereOf(session))];
        List<AdaptiveAction> buttons = [Send(words["button.give-opinion"], consultation.Secret ? InSecret : "vote.cast", mark, fields).First()];
        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "vote.more", mark, [.. fields, ("page", page + 1)]));
        }

        buttons.Add(Tap(words["button.turnout"], "vote.turnout", mark));
        return Card(words, words.Say("vote.all.fallback", words.List([.. consultation.Asked.Skip(page * size).Take(size).Select(asked => words.Quoted(asked.Name))]), day), body, buttons);
    }

    /// <summary>What the person has said so far, a page at a time; each can be changed until the closing day.</summary>
    public static AdaptiveCard Mine(Session session, Consultation consultation, Ballot? ballot, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(consultation.Version);
        (string, object)[] fields = [("consultation", consultation.Id), ("ici", OpinionSubject.HereOf(session))];
        var pages = Math.Max(1, (consultation.Asked.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var shown = consultation.Asked.Skip(page * PageSize).Take(PageSize).ToList();
        var until = words.Say("vote.until", words.Day(consultation.End));
        var lines = shown.Select(asked => Group(
            Bold(Name(words, asked)),
            Detail(ballot?.On(asked.Id) is { } opinion ? words.Opening(words["choice." + opinion.Choice]) + (opinion.Why is { } why ? $" — {Voice(words, why)}" : "") : words["vote.mine.none"], AdaptiveSpacing.None)));
        var which = Choices("lequel", words["vote.mine.which"], shown.Select(asked => (asked.Id, Name(words, asked))));
        (which.Style, which.IsRequired, which.ErrorMessage) = (AdaptiveChoiceInputStyle.Compact, true, words["slip.no-choice"]);
        AdaptiveCard inner = new(new AdaptiveSchemaVersion(1, 5)) { Body = [which] };
        inner.Actions.Add(Send(words["button.change-opinion"], "vote.change", mark, fields).First());
        List<AdaptiveAction> buttons = [new AdaptiveShowCardAction { Title = words["button.change-one"], Card = inner }];
        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "vote.mine", mark, [.. fields, ("page", page + 1)]));
        }

        buttons.Add(Tap(words["button.turnout"], "vote.turnout", mark));
        buttons.Add(Tap(words["button.disagree"], "disagreement.write", mark));
        return Card(
            words,
            words.Say("vote.mine.fallback", words.Day(consultation.End)),
            [
                Context(pages == 1 ? until : words.Say("list.page", until, page + 1, pages)),
                Heading(words["vote.mine.heading"]),
                .. lines,
                Detail(words.Say("vote.mine.until", words.Day(consultation.End))),
            ],
            buttons);
    }

    /// <summary>In the place of the question, once it is answered.</summary>
    public static AdaptiveCard Outcome(Session session, Consultation consultation, Opinion opinion)
    {
        var words = session.Words;
        var asked = consultation.Find(opinion.On)!;
        List<AdaptiveElement> body =
        [
            Context(words["vote.context.one"]),
            Heading(Name(words, asked)),
            Text(words.Opening(words["choice." + opinion.Choice])),
        ];
        if (opinion.Why is { } why)
        {
            body.Add(Tinted(Text(Voice(words, why))));
        }

        return Card(words, words.Say("vote.said", words.Quoted(asked.Name), words["choice." + opinion.Choice]), body);
    }

    /// <summary>In the place of a secret ballot: that it is in, and not what it says.</summary>
    public static AdaptiveCard InTheUrn(Session session, Consultation consultation)
    {
        var words = session.Words;
        return Card(words, words["vote.secret.in"], [Context(words.Say("vote.until", words.Day(consultation.End))), Heading(words["vote.secret.in"])]);
    }

    /// <summary>The opinions a card sends; only what is asked and what may be answered.</summary>
    public static IReadOnlyList<Opinion> Read(Consultation consultation, Submission submission) => submission.Has("asked")
        ? consultation.Find(submission["asked"]) is { } one && ChoiceOf(consultation, submission[Opinion]) is { } choice ? [new(one.Id, choice, submission[Why].Kept())] : []
        : [.. consultation.Asked.Select(asked => (asked.Id, Choice: ChoiceOf(consultation, submission[Each + asked.Id]))).Where(one => one.Choice is not null).Select(one => new Opinion(one.Id, one.Choice!.Value))];

    /// <summary>« indispensable », « objection parce que… »; null where it is no answer.</summary>
    public static (Choice Choice, string? Why)? Typed(Consultation consultation, Words words, string text)
    {
        var because = ((string[])["parce que ", "parce qu'", "parce qu’", "because "]).Select(word => (At: text.IndexOf(word, StringComparison.OrdinalIgnoreCase), word.Length)).FirstOrDefault(found => found.At > 0);
        var said = (because.At > 0 ? text[..because.At] : text).AsWord();
        foreach (var (choice, number) in consultation.Choices.Select((choice, index) => (choice, index + 1)))
        {
            if (said == words["choice." + choice].AsWord() || said == number.ToString(words.Culture) || (choice == Choice.Unknown && Vocabulary.Means(text, "unknown")))
            {
                return (choice, because.At > 0 ? text[(because.At + because.Length)..].Kept() : null);
            }
        }

        return null;
    }

    private static Choice? ChoiceOf(Consultation consultation, string text) =>
        Enum.TryParse<Choice>(text, out var choice) && consultation.Choices.Contains(choice) ? choice : null;

    private static AdaptiveChoiceSetInput ChoicesOf(Words words, Consultation consultation, string id, string label) =>
        Choices(id, label, consultation.Choices.Select(choice => (choice.ToString(), words.Opening(words["choice." + choice]))));

    private static AdaptiveChoiceSetInput Kinds(Words words, Stakeholder? kind)
    {
        var kinds = Choices(Kind, words["vote.as"], Enum.GetValues<Stakeholder>().Select(one => (one.ToString(), words.Opening(words["voice.kind." + one]))));
        (kinds.Style, kinds.Value, kinds.Placeholder) = (AdaptiveChoiceInputStyle.Compact, kind?.ToString(), words["vote.placeholder"]);
        return kinds;
    }

    private static string Name(Words words, Asked asked) => asked.Id == Consultation.Whole ? Plain(asked.Name) : Voice(words, asked.Name);

    private static string Cut(string text) => text.Length <= 200 ? text : text[..199].TrimEnd() + "…";
}
