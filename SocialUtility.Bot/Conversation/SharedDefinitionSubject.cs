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
        ["definition.draft"] = (session, submission, cancellation) => session.AsMember(() => DraftAsync(session, submission.Page, cancellation)),
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
        var adopted = await session.Deliberation.DefinitionsAsync(cancellation);
        if (number is not null && adopted.All(one => one.Number != number))
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        if (adopted.Count == 0)
        {
            await DraftAsync(session, page, cancellation);
            return;
        }

        session.Show(SharedDefinitionCard.Adopted(session, adopted.First(one => one.Number == (number ?? adopted[^1].Number)), adopted.Count, page), forAll: true);
    }

    private static async ValueTask DraftAsync(Session session, int page, CancellationToken cancellation)
    {
        var (draft, asked, count) = await PresentAsync(session, session.Today, cancellation);
        // Before others the card is everybody's; alone, a button that would only refuse is left out.
        var mayAdopt = session.Heard.Place != Place.Personal || await MayAdoptAsync(session, cancellation);
        session.Show(SharedDefinitionCard.Draft(session, draft, StillOpen.Of(draft, asked), count, page, mayAdopt), forAll: true);
    }

    /// <summary>The definition as it stands, whether opinions were asked, and how many versions were adopted before.</summary>
    private static async ValueTask<(SharedDefinition Definition, bool Asked, int Adopted)> PresentAsync(Session session, DateOnly on, CancellationToken cancellation)
    {
        var deliberation = session.Deliberation;
        var adopted = await deliberation.DefinitionsAsync(cancellation);
        var closed = (await deliberation.ConsultationsAsync(cancellation)).Select(found => found.Entry).LastOrDefault(consultation => !consultation.IsOpen(session.Today));
        var results = closed is null ? null : await deliberation.ResultsAsync(closed, cancellation);
        var hearing = await session.HearingAsync(cancellation);
        var number = adopted.Count > 0 ? adopted[^1].Number + 1 : 1;
        return (SharedDefinition.Of(session.Dossier, results, await deliberation.DisagreementsAsync(cancellation), hearing, number, session.Person, on), closed is not null, adopted.Count);
    }

    private static async ValueTask AskToAdoptAsync(Session session, CancellationToken cancellation)
    {
        if (!await MayAdoptAsync(session, cancellation))
        {
            session.Refuse(Act.AdoptDefinition);
            return;
        }

        var (draft, _, _) = await PresentAsync(session, session.Today, cancellation);
        if (draft.Criteria.Count == 0)
        {
            session.Say(session.Words["definition.empty"]);
            return;
        }

        if (session.Heard.Place == Place.Personal)
        {
            session.WaitFor(Adopting, ("v", draft.Number.ToString(CultureInfo.InvariantCulture)));
        }

        await DraftAsync(session, 0, cancellation);
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

        var (definition, _, adopted) = await PresentAsync(session, day, cancellation);
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
        session.Instead(SharedDefinitionCard.Adopted(session, definition, adopted + 1, 0), forAll: true);
        if (session.Heard.Place == Place.Personal)
        {
            session.Say(words["definition.adopted.tell"]);
        }
    }

    /// <summary>What the present, or another version, says differently from the version asked for; from the last adopted one where none is.</summary>
    private static async ValueTask CompareAsync(Session session, int? number, int? with, int page, CancellationToken cancellation)
    {
        var adopted = await session.Deliberation.DefinitionsAsync(cancellation);
        if (adopted.Count == 0)
        {
            session.Say(session.Words["definition.none-adopted"], session.Words["word.definition"]);
            return;
        }

        var before = adopted.FirstOrDefault(one => one.Number == number) ?? adopted[^1];
        var after = adopted.FirstOrDefault(one => one.Number == with && one.Number > before.Number);
        var present = after ?? (await PresentAsync(session, session.Today, cancellation)).Definition;
        session.Show(ChangesCard.For(session, before, after, WhatChanged.Between(before, present), adopted, page), forAll: true);
    }
}
