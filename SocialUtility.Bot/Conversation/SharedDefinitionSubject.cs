using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Steps;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « définition », « adopter », « ce qui a changé »: the shared definition as it stands, as the board adopted it, and what two
/// of its versions say differently (deck rows D18, D32).
/// </summary>
public sealed class SharedDefinitionSubject : ISubject
{
    private const string Adopting = "definition.adopt";

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["definition"] = (session, cancellation) => session.AsMember(() => ShowAsync(session, null, 0, cancellation)),
        ["adopt"] = (session, cancellation) => session.AsMember(() => AskToAdoptAsync(session, cancellation)),
        ["what-changed"] = (session, cancellation) => session.AsMember(() => CompareAsync(session, null, null, 0, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["definition.show"] = (session, submission, cancellation) => session.AsMember(() => ShowAsync(session, Number(submission, "numero"), submission.Page, cancellation)),
        [Adopting] = (session, submission, cancellation) => session.AsMember(() => PressedAsync(session, submission, cancellation)),
        ["definition.draft"] = (session, submission, cancellation) => session.AsMember(async () => await DraftAsync(session, await session.Deliberation.ReadAsync(cancellation), submission.Page, cancellation)),
        ["definition.compare"] = (session, submission, cancellation) => session.AsMember(() => CompareAsync(session, Number(submission, "numero"), Number(submission, "avec"), submission.Page, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Adopting] = TypedAsync,
    };

    private static int? Number(Submission submission, string name) =>
        int.TryParse(submission[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The board adopts; while nobody sits on it, the coordination writes its decision down (docs/decisions/0009).</summary>
    private static async ValueTask<bool> MayAdoptAsync(Session session, CancellationToken cancellation) =>
        session.May(Act.AdoptDefinition) || await session.ReachesAsync(Audience.Board, cancellation);

    /// <summary>The version asked for, or the last adopted; as it stands where none was adopted yet.</summary>
    private static async ValueTask ShowAsync(Session session, int? number, int page, CancellationToken cancellation)
    {
        var said = await session.Deliberation.ReadAsync(cancellation);
        var adopted = said.Definitions;
        if (number is not null && adopted.All(one => one.Number != number))
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        if (adopted.Count == 0)
        {
            await DraftAsync(session, said, page, cancellation);
            return;
        }

        session.Show(SharedDefinitionCard.Adopted(session, adopted.First(one => one.Number == (number ?? adopted[^1].Number)), adopted.Count, page), forAll: true);
    }

    private static async ValueTask DraftAsync(Session session, Deliberated said, int page, CancellationToken cancellation)
    {
        var draft = await PresentAsync(session, said, session.Today, cancellation);
        // Before others the card is everybody's; alone, a button that would only refuse is left out. Whether somebody of the board
        // is there is asked when the coordination presses it: it would cost a reading of all members with every look.
        var mayAdopt = session.Heard.Place != Place.Personal || session.May(Act.AdoptDefinition) || Audience.Reaches(Audience.Board, session.Member!.Roles, boardSits: false);
        session.Show(SharedDefinitionCard.Draft(session, draft, StillOpen.Of(draft, said.LastClosed(session.Today) is not null), said.Definitions.Count, page, mayAdopt), forAll: true);
    }

    /// <summary>The definition as it stands.</summary>
    private static async ValueTask<SharedDefinition> PresentAsync(Session session, Deliberated said, DateOnly on, CancellationToken cancellation)
    {
        List<Result> last = [];
        foreach (var (closed, about) in said.LastAsked(session.Today))
        {
            var results = said.OutcomeOf(closed) ?? await CountAsync(session, closed, cancellation);
            last.AddRange(results.Each.Where(result => about.Contains(result.Asked.Id)));
        }

        var number = said.Definitions.Count > 0 ? said.Definitions[^1].Number + 1 : 1;
        return SharedDefinition.Of(session.Dossier, last, said.Disagreements, await session.HearingAsync(cancellation), number, session.Person, on);
    }

    /// <summary>Counts the ballots, and keeps what they say once none can come any more.</summary>
    private static async ValueTask<Domain.Criteria.Results> CountAsync(Session session, Consultation closed, CancellationToken cancellation)
    {
        var results = await session.Deliberation.ResultsAsync(closed, cancellation);
        if (Outcome.IsSettled(closed, session.Today) && session.Who.PrivacyRead >= PrivacyCard.Version)
        {
            var outcome = Outcome.Of(results);
            // Whoever counts too writes the same.
            session.WriteUnseen([Change.Put(outcome.Key, DomainJson.Write(outcome))]);
        }

        return results;
    }

    private static async ValueTask AskToAdoptAsync(Session session, CancellationToken cancellation)
    {
        if (!await MayAdoptAsync(session, cancellation))
        {
            session.Refuse(Act.AdoptDefinition);
            return;
        }

        if (session.Dossier.Criteria.All(criterion => criterion.Retired))
        {
            session.Say(session.Words["definition.empty"]);
            return;
        }

        var said = await session.Deliberation.ReadAsync(cancellation);
        if (session.Heard.Place == Place.Personal)
        {
            session.WaitFor(Adopting, ("v", ((said.Definitions.Count > 0 ? said.Definitions[^1].Number : 0) + 1).ToString(CultureInfo.InvariantCulture)));
        }

        await DraftAsync(session, said, 0, cancellation);
        if (session.Heard.Place == Place.Personal)
        {
            session.Say(session.Words["definition.adopt.ask"], session.Words["button.yes"], session.Words["button.later"]);
        }
    }

    private static async ValueTask PressedAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        var day = DateOnly.TryParseExact(submission["jour"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var said) ? said : session.Today;
        await AdoptAsync(session, submission.Version, day, cancellation);
    }

    /// <summary>« oui » for today, or the day on which the board met.</summary>
    private static async ValueTask<bool> TypedAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var command = Vocabulary.Command(text);
        if (command is "later" or "no")
        {
            session.Desk = session.Desk with { Waiting = null };
            session.Say(session.Words["definition.adopt.later"]);
            return true;
        }

        if ((command == "yes" ? session.Today : command is null ? DayText.Read(text, session.Words.Language) : null) is not { } day)
        {
            return false;
        }

        session.Desk = session.Desk with { Waiting = null };
        await AdoptAsync(session, int.Parse(waiting.Notes["v"], CultureInfo.InvariantCulture), day, cancellation);
        return true;
    }

    /// <summary>Written once: the card says which version it would be, and the row must not be there yet.</summary>
    private static async ValueTask AdoptAsync(Session session, int number, DateOnly day, CancellationToken cancellation)
    {
        var words = session.Words;
        if (!await MayAdoptAsync(session, cancellation))
        {
            session.Whisper(words["definition.board-only"]);
            session.Refuse(Act.AdoptDefinition);
            return;
        }

        if (day > session.Today)
        {
            session.Whisper(words["definition.not-yet"]);
            session.Say(words["definition.not-yet"]);
            return;
        }

        var said = await session.Deliberation.ReadAsync(cancellation);
        var definition = await PresentAsync(session, said, day, cancellation);
        if (definition.Number != number)
        {
            session.Say(words["definition.adopted-meanwhile"]);
            await ShowAsync(session, null, 0, cancellation);
            return;
        }

        if (definition.Criteria.Count == 0)
        {
            session.Say(words["definition.empty"]);
            return;
        }

        session.Write([Change.Add(definition.Key, DomainJson.Write(definition))], "definition.adopt", definition.Key);
        session.Instead(SharedDefinitionCard.Adopted(session, definition, said.Definitions.Count + 1, 0), forAll: true);
        if (session.Heard.Place == Place.Personal)
        {
            session.Say(words["definition.adopted.tell"]);
        }

        await ReturnSubject.TellAsync(session, definition, said.Definitions.Count > 0 ? said.Definitions[^1] : null, said.LastClosed(session.Today), cancellation);
    }

    /// <summary>What the present, or another version, says differently from the version asked for; from the last adopted one where none is.</summary>
    private static async ValueTask CompareAsync(Session session, int? number, int? with, int page, CancellationToken cancellation)
    {
        var said = await session.Deliberation.ReadAsync(cancellation);
        var adopted = said.Definitions;
        if (adopted.Count == 0)
        {
            session.Say(session.Words["definition.none-adopted"], session.Words["word.definition"]);
            return;
        }

        var before = adopted.FirstOrDefault(one => one.Number == number) ?? adopted[^1];
        var after = adopted.FirstOrDefault(one => one.Number == with && one.Number > before.Number);
        var present = after ?? await PresentAsync(session, said, session.Today, cancellation);
        session.Show(ChangesCard.For(session, before, after, WhatChanged.Between(before, present), adopted, page), forAll: true);
    }
}
