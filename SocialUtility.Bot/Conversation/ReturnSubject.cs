using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// What was said comes back to those who said it, once a definition is adopted: one line to each, in private or when they come
/// back; to groups who spoke on paper or by somebody else, through the coordination (« rendre aux groupes », deck row D44).
/// </summary>
public sealed class ReturnSubject : ISubject
{
    /// <summary>So many are told at once; the others once they come back.</summary>
    private const int MostAtOnce = 40;

    private const int Glimpse = 140;

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["give-back"] = (session, cancellation) => session.IfMay(Act.TendVoices, () => ShowAsync(session, 0, cancellation)),
        ["no-returns"] = (session, _) => Wish(session, none: true),
        ["returns"] = (session, _) => Wish(session, none: false),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["give-back.show"] = (session, submission, cancellation) => session.IfMay(Act.TendVoices, () => ShowAsync(session, submission.Page, cancellation)),
    };

    /// <summary>Tells those who spoke or gave an opinion what became of it, and writes down who was told.</summary>
    /// <param name="session">The turn.</param>
    /// <param name="definition">As it was adopted just now.</param>
    /// <param name="before">The one adopted before it; null for none.</param>
    /// <param name="asked">The consultation whose opinions stand in it; null for none.</param>
    /// <param name="cancellation">Of the turn.</param>
    internal static async ValueTask TellAsync(Session session, SharedDefinition definition, SharedDefinition? before, Consultation? asked, CancellationToken cancellation)
    {
        var known = before is not null && session.Dossier.Adoption?.Asked is { } earlier && earlier == asked?.Id;
        var book = await session.VoicesAsync(cancellation);
        var answered = asked is null ? new HashSet<Person>() : await session.Deliberation.AnsweredAsync(asked, cancellation);
        List<string> told = [session.Person.Mark];
        var sent = 0;
        foreach (var member in (await session.RosterAsync(cancellation)).Members.Where(member => member.Person != session.Person))
        {
            if (Back(session, definition, book.Of(member.Person), answered.Contains(member.Person)) is not { } back)
            {
                continue;
            }

            var same = back.Words is { } words ? before is not null && GivenBack.IntoWhich(words, session.Dossier, before.Criteria).Select(one => one.Id).SequenceEqual(back.Into.Select(one => one.Id)) : known;
            if (same)
            {
                // They know already.
                told.Add(member.Person.Mark);
            }
            else if (sent < MostAtOnce && await session.ReturnAsync(member.Person, theirs => Said(theirs, session.Association, definition.AdoptedOn, back, member.May(Act.ReadProject)), cancellation))
            {
                told.Add(member.Person.Mark);
                sent++;
            }
        }

        session.Write(
            new Adoption
            {
                Number = definition.Number,
                On = definition.AdoptedOn,
                Heard = definition.Hearing.Heard,
                Asked = asked?.Id,
                Told = told,
                Version = (session.Dossier.Adoption?.Version ?? 0) + 1,
            },
            "definition.return");
    }

    /// <summary>To whom could not be told when the definition was adopted: one line, once, below what they asked for.</summary>
    internal static async ValueTask SayAsync(Session session, CancellationToken cancellation)
    {
        if (session.File?.Adoption is not { } adoption || session.Member is not { } member || session.Desk.Returned >= adoption.Number || session.Who.NoReturns || adoption.Told.Contains(session.Person.Mark)
            || session.Heard.Place != Place.Personal || session.Who.PrivacyRead < PrivacyCard.Version || session.Desk.Open is not null || session.Desk.Waiting is not null || session.Replies.Count == 0
            || !adoption.Heard.Contains(Ballot.KindOf(member)))
        {
            return;
        }

        session.Desk = session.Desk with { Returned = adoption.Number };
        var own = (await session.VoicesAsync(cancellation)).Of(session.Person);
        var answered = adoption.Asked is { } asked && (await session.Deliberation.BallotAsync(asked, session.Person, cancellation) is not null || await session.Deliberation.HasVotedAsync(asked, session.Person, cancellation));
        if ((await session.Deliberation.DefinitionsAsync(cancellation)).FirstOrDefault(one => one.Number == adoption.Number) is { } definition && Back(session, definition, own, answered) is { } back)
        {
            session.Say(Said(session.Words, session.Association, adoption.On, back, member.May(Act.ReadProject)));
        }
    }

    /// <summary>Null for somebody who gave neither words nor an opinion.</summary>
    private static GivenBack? Back(Session session, SharedDefinition definition, IReadOnlyList<Domain.Voices.Voice> own, bool answered) =>
        GivenBack.Of(own, session.Dossier, definition.Criteria) ?? (answered ? new(null, []) : null);

    /// <summary>« Vous aviez dit « … » : c'est dans « … ». » A partner, to whom the definition is not open, learns that it was heard.</summary>
    private static string Said(Words words, Association association, DateOnly on, GivenBack back, bool reads)
    {
        var adopted = words.Say("return.adopted", association.Name, words.Day(on));
        var said = back.Words is { } voice ? words.Quoted(PageCut.Glimpse(voice.Text, Glimpse)) : "";
        var became = true switch
        {
            _ when back.Words is null => words[reads ? "return.opinion" : "return.opinion.partner"],
            _ when !reads => words.Say("return.heard", said),
            _ when back.Into.Count > 0 => words.Say("return.kept", said, words.List([.. back.Into.Take(3).Select(criterion => words.Quoted(criterion.Name))])),
            _ => words.Say("return.without", said),
        };
        return $"{adopted} {became} {words["return.stop"]}";
    }

    private static async ValueTask ShowAsync(Session session, int page, CancellationToken cancellation)
    {
        session.ForOneAlone = true;
        if (await session.Deliberation.DefinitionsAsync(cancellation) is not [.., var definition])
        {
            session.Say(session.Words["definition.none-adopted"], session.Words["word.definition"]);
            return;
        }

        session.Show(GiveBackCard.For(session, definition, await session.VoicesAsync(cancellation), page));
    }

    private static ValueTask Wish(Session session, bool none)
    {
        session.Know(session.Who with { NoReturns = none });
        session.Say(session.Words[none ? "return.stopped" : "return.again"]);
        return ValueTask.CompletedTask;
    }
}
