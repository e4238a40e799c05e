using System.Security.Cryptography;
using System.Text;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;
using Choice = SocialUtility.Domain.Criteria.Choice;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « avis »: what each person thinks of each criterion, one voice a person, changeable until the closing day; what the others
/// think is seen afterwards, group by group. In a channel one card serves all, and each is answered alone.
/// </summary>
public sealed class OpinionSubject : ISubject
{
    /// <summary>The question on the card, answered by words.</summary>
    private const string Answering = "opinion";

    private const string Reasoning = "opinion.reason";

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["opinions"] = OpinionsAsync,
        ["disagree"] = (session, cancellation) => DisagreeAsync(session, null, cancellation),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["vote.cast"] = CastAsync,
        [VoteCard.InSecret] = CastAsync,
        ["vote.skip"] = SkipAsync,
        ["vote.change"] = ChangeAsync,
        ["vote.more"] = MoreAsync,
        ["vote.mine"] = MineAsync,
        ["disagreement.write"] = (session, submission, cancellation) => DisagreeAsync(session, submission.Id<Criterion>("criterion"), cancellation),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Answering] = TypedAsync,
        [Reasoning] = ReasonAsync,
    };

    /// <summary>
    /// Where a card was made for: one person's own chat, or one group's. A card that was passed on elsewhere counts nothing.
    /// </summary>
    internal static string HereOf(Session session)
    {
        if (session.Heard.Place == Place.Personal)
        {
            return "p-" + session.Person.Mark;
        }

        // A thread of a channel is the same place as the channel.
        var place = session.Heard.Conversation.Split(';')[0];
        return "l-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place)).AsSpan(0, 6));
    }

    private static async ValueTask OpinionsAsync(Session session, CancellationToken cancellation)
    {
        if (session.Member is not { } member)
        {
            session.NoAssociation();
            return;
        }

        var all = (await session.Deliberation.ConsultationsAsync(cancellation)).Select(found => found.Entry).Where(consultation => consultation.Concerns(member)).ToList();
        var latest = all.Count > 0 ? all[^1] : null;
        if (latest?.IsOpen(session.Today) == true)
        {
            await AskAsync(session, latest, cancellation);
        }
        else if (latest is not null)
        {
            await ResultsSubject.ShowAsync(session, latest, 0, cancellation);
        }
        else if (session.May(Act.OpenConsultation))
        {
            await ResultsSubject.BeginAsync(session, cancellation);
        }
        else
        {
            session.Say(session.Words["opinions.none"]);
        }
    }

    /// <summary>The card to answer on: one question at a time where one is alone, all of them on one card before others.</summary>
    internal static async ValueTask AskAsync(Session session, Consultation consultation, CancellationToken cancellation)
    {
        if (session.Heard.Place != Place.Personal)
        {
            session.Show(VoteCard.ForAll(session, consultation, 0), forAll: true);
            return;
        }

        if (consultation.Secret)
        {
            if (await session.Deliberation.HasVotedAsync(consultation.Id, session.Person, cancellation))
            {
                session.Say(session.Words.Say("vote.secret.already", session.Words.Day(consultation.End)));
                return;
            }

            session.Show(VoteCard.ForAll(session, consultation, 0));
            return;
        }

        Next(session, consultation, (await session.Deliberation.BallotAsync(consultation.Id, session.Person, cancellation))?.Entry, after: -1);
    }

    /// <summary>The next thing that the person has said nothing of yet; all of their opinions where nothing is left.</summary>
    private static void Next(Session session, Consultation consultation, Ballot? ballot, int after)
    {
        var open = consultation.Asked.Index().FirstOrDefault(one => one.Index > after && ballot?.On(one.Item.Id) is null);
        if (open.Item is null)
        {
            session.Show(VoteCard.Mine(session, consultation, ballot, 0));
            return;
        }

        Show(session, consultation, ballot, open.Index);
    }

    private static void Show(Session session, Consultation consultation, Ballot? ballot, int index)
    {
        session.WaitFor(Answering, ("consultation", consultation.Id.ToString()), ("asked", consultation.Asked[index].Id));
        session.Show(VoteCard.For(session, consultation, index, ballot, ballot?.Kind ?? Ballot.KindOf(session.Member!)));
    }

    /// <summary>The consultation of a pressed card, where it may be answered; else a kind sentence, and nothing is counted.</summary>
    private static async ValueTask<Consultation?> OpenAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        var words = session.Words;
        void Tell(string sentence)
        {
            session.Whisper(sentence);
            session.Say(sentence);
        }

        if (session.Member is not { } member)
        {
            Tell(words["vote.not-member"]);
            return null;
        }

        // Another association's card and one that never was are told alike.
        if (submission.Id<Consultation>("consultation") is not { } id || (await session.Deliberation.ConsultationAsync(id, cancellation))?.Entry is not { } consultation || !consultation.Concerns(member))
        {
            Tell(words["vote.not-here"]);
            return null;
        }

        var here = submission["ici"] == HereOf(session);
        if (!consultation.IsOpen(session.Today))
        {
            // The card has served, for all who see it: it becomes its outcome.
            Tell(words.Say("vote.closed", words.Day(consultation.End)));
            await ResultsSubject.ShowAsync(session, consultation, 0, cancellation, instead: here);
            return null;
        }

        if (!here)
        {
            Tell(words["vote.elsewhere"]);
            await AskAsync(session, consultation, cancellation);
            return null;
        }

        return consultation;
    }

    private static async ValueTask CastAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        var words = session.Words;
        if (await OpenAsync(session, submission, cancellation) is not { } consultation)
        {
            return;
        }

        if (VoteCard.Read(consultation, submission) is not { Count: > 0 } opinions)
        {
            session.Whisper(words["vote.nothing"]);
            session.Say(words["vote.nothing"]);
            return;
        }

        if (opinions.FirstOrDefault(opinion => opinion.Why?.Length > Texts.ShortText) is { } long_)
        {
            session.Whisper(words["vote.nothing"]);
            session.Say(words.Say("slip.too-long", Texts.ShortText, long_.Why!.Length));
            return;
        }

        session.Whisper(words["vote.counted"]);
        if (consultation.Secret)
        {
            await InSecretAsync(session, consultation, opinions, cancellation);
            return;
        }

        var kind = Enum.TryParse<Stakeholder>(submission["groupe"], out var said) && Enum.IsDefined(said) ? said : (Stakeholder?)null;
        await CountAsync(session, consultation, opinions, kind, submission.Has("asked"), cancellation);
    }

    /// <summary>One row a person: a second press, or another device, changes the same one.</summary>
    private static async ValueTask CountAsync(Session session, Consultation consultation, IReadOnlyList<Opinion> opinions, Stakeholder? kind, bool onOwnCard, CancellationToken cancellation)
    {
        var words = session.Words;
        var before = await session.Deliberation.BallotAsync(consultation.Id, session.Person, cancellation);
        var ballot = before is not null
            ? before.Entry.With(opinions, kind ?? before.Entry.Kind)
            : new Ballot { Consultation = consultation.Id, Person = session.Person, Kind = kind ?? Ballot.KindOf(session.Member!), Official = Ballot.IsOfficialFor(session.Member!), Opinions = opinions };
        if (ballot != before?.Entry)
        {
            session.Write([before is null ? Change.Add(ballot.Key, DomainJson.Write(ballot)) : before.Write(ballot)], "opinion.give", consultation.Key);
        }

        var said = string.Join(" ; ", opinions.Select(opinion => words.Say("vote.said", words.Quoted(consultation.Find(opinion.On)!.Name), words["choice." + opinion.Choice])));
        if (onOwnCard)
        {
            session.Instead(VoteCard.Outcome(session, consultation, opinions[0]));
        }
        else
        {
            session.Say(said);
        }

        session.Say(words.Say(ballot == before?.Entry ? "vote.same" : before is null || opinions.All(opinion => before.Entry.On(opinion.On) is null) ? "vote.noted" : "vote.changed", words.Day(consultation.End)));
        if (opinions.FirstOrDefault(opinion => opinion.Choice == Choice.Objection && ballot.On(opinion.On)!.Why is null && before?.Entry.On(opinion.On)?.Choice != Choice.Objection) is { } bare)
        {
            // Asked once; an objection without a reason counts all the same.
            session.WaitFor(Reasoning, ("consultation", consultation.Id.ToString()), ("asked", bare.On));
            session.Say(words.Say("vote.why", words.Quoted(consultation.Find(bare.On)!.Name)), words["word.skip"]);
        }
        else if (session.Heard.Place == Place.Personal)
        {
            var at = consultation.Asked.Index().First(one => one.Item.Id == opinions[^1].On).Index;
            Next(session, consultation, ballot, consultation.Asked.Take(at).Any(asked => ballot.On(asked.Id) is null) ? at : -1);
        }
    }

    /// <summary>
    /// Into the urn, with a mark that the person has voted, in one batch: no journal line, no time, and nothing of the choice
    /// anywhere else (domain.md 7.3, G10).
    /// </summary>
    private static async ValueTask InSecretAsync(Session session, Consultation consultation, IReadOnlyList<Opinion> opinions, CancellationToken cancellation)
    {
        var words = session.Words;
        if (await session.Deliberation.HasVotedAsync(consultation.Id, session.Person, cancellation))
        {
            session.Whisper(words.Say("vote.secret.already", words.Day(consultation.End)));
            session.Say(words.Say("vote.secret.already", words.Day(consultation.End)));
            return;
        }

        Voted voted = new() { Consultation = consultation.Id, Person = session.Person };
        var found = await session.Deliberation.UrnAsync(consultation.Id, cancellation);
        var urn = (found?.Entry ?? new Urn { Consultation = consultation.Id }).With(consultation, opinions);
        session.WriteUnseen([Change.Add(voted.Key, DomainJson.Write(voted)), found is null ? Change.Add(urn.Key, DomainJson.Write(urn)) : found.Write(urn)]);
        if (session.Heard.Place == Place.Personal)
        {
            session.Instead(VoteCard.InTheUrn(session, consultation));
        }

        session.Say(words.Say("vote.secret.noted", words.Day(consultation.End)));
    }

    private static async ValueTask SkipAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await OpenAsync(session, submission, cancellation) is { } consultation)
        {
            var ballot = (await session.Deliberation.BallotAsync(consultation.Id, session.Person, cancellation))?.Entry;
            Next(session, consultation, ballot, consultation.Asked.Index().FirstOrDefault(one => one.Item.Id == submission["asked"], (-1, null!)).Index);
        }
    }

    private static async ValueTask ChangeAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await OpenAsync(session, submission, cancellation) is not { } consultation)
        {
            return;
        }

        var (index, asked) = consultation.Asked.Index().FirstOrDefault(one => one.Item.Id == submission["lequel"], (-1, null!));
        if (asked is null)
        {
            session.Say(session.Words["slip.no-choice"]);
            return;
        }

        Show(session, consultation, (await session.Deliberation.BallotAsync(consultation.Id, session.Person, cancellation))?.Entry, index);
    }

    private static async ValueTask MineAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await OpenAsync(session, submission, cancellation) is { } consultation)
        {
            session.Show(VoteCard.Mine(session, consultation, (await session.Deliberation.BallotAsync(consultation.Id, session.Person, cancellation))?.Entry, submission.Page));
        }
    }

    /// <summary>The next page of the card for all: for the person alone, the card itself stays where it is.</summary>
    private static async ValueTask MoreAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await OpenAsync(session, submission, cancellation) is not { } consultation)
        {
            return;
        }

        if (session.Heard.Place == Place.Personal)
        {
            session.Show(VoteCard.ForAll(session, consultation, submission.Page));
            return;
        }

        session.Show(VoteCard.ForAll(session, consultation, submission.Page), forAll: true);
    }

    private static async ValueTask<Consultation?> WaitingForAsync(Session session, Waiting waiting, CancellationToken cancellation) =>
        session.Member is not null && Id<Consultation>.TryParse(waiting.Notes["consultation"], out var id) && (await session.Deliberation.ConsultationAsync(id, cancellation))?.Entry is { } consultation
            && consultation.Concerns(session.Member) && consultation.Find(waiting.Notes["asked"]) is not null
                ? consultation
                : null;

    /// <summary>« indispensable », « objection parce que… », « je ne sais pas », « passer ».</summary>
    private static async ValueTask<bool> TypedAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        if (await WaitingForAsync(session, waiting, cancellation) is not { } consultation)
        {
            return false;
        }

        var words = session.Words;
        var asked = waiting.Notes["asked"];
        var command = Vocabulary.Command(text);
        if (command is "skip")
        {
            var at = consultation.Asked.Index().First(one => one.Item.Id == asked).Index;
            Next(session, consultation, (await session.Deliberation.BallotAsync(consultation.Id, session.Person, cancellation))?.Entry, at);
            return true;
        }

        if (command is not (null or "unknown") || VoteCard.Typed(consultation, words, text) is not var (choice, why))
        {
            return false;
        }

        session.Desk = session.Desk with { Waiting = null };
        if (!consultation.IsOpen(session.Today))
        {
            session.Say(words.Say("vote.closed", words.Day(consultation.End)));
            await ResultsSubject.ShowAsync(session, consultation, 0, cancellation);
            return true;
        }

        await CountAsync(session, consultation, [new(asked, choice, why)], null, onOwnCard: true, cancellation);
        return true;
    }

    /// <summary>What holds somebody back, as they say it.</summary>
    private static async ValueTask<bool> ReasonAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var words = session.Words;
        var command = Vocabulary.Command(text);
        if (await WaitingForAsync(session, waiting, cancellation) is not { } consultation || command is not (null or "skip" or "unknown" or "later" or "no"))
        {
            return false;
        }

        session.Desk = session.Desk with { Waiting = null };
        var before = await session.Deliberation.BallotAsync(consultation.Id, session.Person, cancellation);
        var ballot = before?.Entry;
        if (command is not null)
        {
            session.Say(words["vote.why.none"]);
        }
        else if (!consultation.IsOpen(session.Today))
        {
            session.Say(words.Say("vote.closed", words.Day(consultation.End)));
            return true;
        }
        else if (text.Kept() is not { Length: <= Texts.ShortText } why || before?.Entry.On(waiting.Notes["asked"]) is not { } opinion)
        {
            session.WaitFor(Reasoning, ("consultation", waiting.Notes["consultation"]), ("asked", waiting.Notes["asked"]));
            session.Say(words.Say("slip.too-long", Texts.ShortText, text.Length));
            return true;
        }
        else
        {
            ballot = before.Entry.With([opinion with { Why = why }], before.Entry.Kind);
            session.Write([before.Write(ballot)], "opinion.give", consultation.Key);
            session.Say(words["vote.why.kept"]);
        }

        Next(session, consultation, ballot, -1);
        return true;
    }

    /// <summary>« Vous n'êtes pas d'accord ? Dites-le. »; a partner, of what they were asked about.</summary>
    private static async ValueTask DisagreeAsync(Session session, Id<Criterion>? criterion, CancellationToken cancellation)
    {
        if (session.Member is not { } member)
        {
            session.NoAssociation();
            return;
        }

        var seen = session.May(Act.ReadProject);
        if (!seen)
        {
            var asked = (await session.Deliberation.ConsultationsAsync(cancellation)).Select(found => found.Entry).Where(consultation => consultation.Concerns(member)).ToList();
            if (asked.Count == 0)
            {
                session.Say(session.Words["refused.partner.read"]);
                return;
            }

            seen = criterion is { } one && asked.Exists(consultation => consultation.Find(one.ToString()) is not null);
        }

        session.Begin(DisagreementGuide.Name, draft => draft with { Subject = seen && criterion is { } id && session.Dossier.Find(id) is not null ? id.ToString() : null });
    }
}
