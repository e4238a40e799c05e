using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;
using Choice = SocialUtility.Domain.Criteria.Choice;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// What becomes of an opinion that was given: one row a person, which a second press changes; or the urn, which keeps totals
/// alone. The reason of an objection is asked for once (docs/decisions/0011).
/// </summary>
public sealed class BallotSubject : ISubject
{
    private const string Reasoning = "opinion.reason";

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["vote.cast"] = CastAsync,
        [VoteCard.InSecret] = CastAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Reasoning] = ReasonAsync,
    };

    private static async ValueTask CastAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        var words = session.Words;
        if (await OpinionSubject.OpenAsync(session, submission, cancellation) is not { } consultation)
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

    /// <summary>The question why, of one thing that was asked.</summary>
    private static Waiting ReasonOf(Consultation consultation, string asked) =>
        new(Reasoning, new Dictionary<string, string> { ["consultation"] = consultation.Id.ToString(), ["asked"] = asked });

    /// <summary>One row a person: a second press, or another device, changes the same one.</summary>
    internal static async ValueTask CountAsync(Session session, Consultation consultation, IReadOnlyList<Opinion> opinions, Stakeholder? kind, bool onOwnCard, CancellationToken cancellation)
    {
        var words = session.Words;
        var before = await session.Deliberation.BallotAsync(consultation.Id, session.Person, cancellation);
        // The choice counts at once; a reason in which something looks personal waits for a decision.
        var doubtful = opinions.FirstOrDefault(opinion => opinion.Why is { } why && PersonalTraces.In(why).Count > 0);
        opinions = [.. opinions.Select(opinion => opinion == doubtful ? opinion with { Why = null } : opinion)];
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
        if (doubtful is not null && PersonalGuard.Holds(session, doubtful.Why, ReasonOf(consultation, doubtful.On)))
        {
            return;
        }

        if (opinions.FirstOrDefault(opinion => opinion.Choice == Choice.Objection && ballot.On(opinion.On)!.Why is null && before?.Entry.On(opinion.On)?.Choice != Choice.Objection) is { } bare)
        {
            // Asked once; an objection without a reason counts all the same.
            session.Desk = session.Desk with { Waiting = ReasonOf(consultation, bare.On) };
            session.Say(words.Say("vote.why", words.Quoted(consultation.Find(bare.On)!.Name)), words["word.skip"]);
        }
        else if (session.Heard.Place == Place.Personal)
        {
            var at = consultation.Asked.Index().First(one => one.Item.Id == opinions[^1].On).Index;
            OpinionSubject.Next(session, consultation, ballot, consultation.Asked.Take(at).Any(asked => ballot.On(asked.Id) is null) ? at : -1);
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

    /// <summary>What holds somebody back, as they say it.</summary>
    private static async ValueTask<bool> ReasonAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var words = session.Words;
        var command = Vocabulary.Command(text);
        if (await OpinionSubject.WaitingForAsync(session, waiting, cancellation) is not { } consultation || command is not (null or "skip" or "unknown" or "later" or "no"))
        {
            return false;
        }

        if (command is null && PersonalGuard.Holds(session, text.Kept(), waiting))
        {
            return true;
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
            session.Desk = session.Desk with { Waiting = ReasonOf(consultation, waiting.Notes["asked"]) };
            session.Say(words.Say("slip.too-long", Texts.ShortText, text.Length));
            return true;
        }
        else
        {
            ballot = before.Entry.With([opinion with { Why = why }], before.Entry.Kind);
            session.Write([before.Write(ballot)], "opinion.give", consultation.Key);
            session.Say(words["vote.why.kept"]);
        }

        OpinionSubject.Next(session, consultation, ballot, -1);
        return true;
    }
}
