using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « regrouper », « propositions »: which sentences go together, what the group calls them, and which proposals say the same
/// (step e4 of the method). A coordinator makes a criterion of a group, others propose one.
/// </summary>
public sealed class GroupingSubject : ISubject
{
    private const string Ticking = "grouping";

    /// <summary>So many sentences are one group: more fit no draft, and no name.</summary>
    private const int MostTicked = 40;

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["group"] = (session, cancellation) => session.AsMember(() => ShowAsync(session, 0, [], cancellation)),
        ["proposals"] = (session, cancellation) => session.AsMember(() => ListAsync(session, 0, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["grouping.show"] = (session, _, cancellation) => session.AsMember(() => ShowAsync(session, 0, [], cancellation)),
        ["grouping.more"] = (session, submission, cancellation) => session.AsMember(() => ShowAsync(session, submission.Page, Ticked(submission), cancellation)),
        ["grouping.take"] = (session, submission, cancellation) => session.AsMember(() => TakeAsync(session, Ticked(submission), cancellation)),
        ["proposal.list"] = (session, submission, cancellation) => session.AsMember(() => ListAsync(session, submission.Page, cancellation)),
        ["proposal.merge"] = (session, submission, cancellation) => session.AsMember(() => MergeAsync(session, submission, cancellation)),
        ["proposal.adopt"] = (session, submission, cancellation) => session.AsMember(() => AdoptAsync(session, submission, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Ticking] = NumbersAsync,
    };

    /// <summary>Sentences that belong to no criterion and to no proposal yet.</summary>
    internal static async ValueTask<IReadOnlyList<Voice>> UngroupedAsync(Session session, CancellationToken cancellation)
    {
        var voices = await session.Deliberation.VoicesAsync(cancellation);
        if (voices.Count == 0)
        {
            return voices;
        }

        var proposals = await session.Deliberation.ProposalsAsync(cancellation);
        var grouped = session.Dossier.Criteria.Where(criterion => !criterion.Retired).SelectMany(criterion => criterion.Voices)
            .Concat(proposals.Where(found => found.Entry.IsOpen).SelectMany(found => found.Entry.Voices))
            .ToHashSet();
        return [.. voices.Where(voice => !grouped.Contains(voice.Id))];
    }

    internal static async ValueTask ShowAsync(Session session, int page, IReadOnlyList<string> ticked, CancellationToken cancellation)
    {
        if (!session.May(Act.ProposeCriterion))
        {
            session.Refuse(Act.ProposeCriterion);
            return;
        }

        var voices = await UngroupedAsync(session, cancellation);
        if (voices.Count == 0)
        {
            session.Say(session.Words["grouping.none"], session.Words["word.criteria"]);
            return;
        }

        var shown = GroupingCard.Page(voices, page);
        if (session.Heard.Place == Place.Personal)
        {
            session.WaitFor(
                Ticking,
                ("page", page.ToString(CultureInfo.InvariantCulture)),
                ("shown", string.Join(',', shown.Select(voice => voice.Id))),
                ("ticked", string.Join(',', ticked)));
        }
        else if (page > 0)
        {
            // Turning the page is one person's: the card before all stays where it is.
            session.Whisper(session.Words["privately.cannot"]);
        }

        session.Show(GroupingCard.For(session, voices, page, ticked));
    }

    private static List<string> Ticked(Submission submission) =>
        [.. submission.Choices("coches").Concat(submission.Choices("phrases")).Distinct().Take(MostTicked)];

    /// <summary>« 1, 4 et 6 », and « suite » for the page after it.</summary>
    private static async ValueTask<bool> NumbersAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var shown = waiting.Notes["shown"].Split(',');
        var ticked = waiting.Notes["ticked"].Split(',', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (Vocabulary.Command(text) is { } command)
        {
            if (command is not ("continue" or "skip"))
            {
                return false;
            }

            await ShowAsync(session, int.Parse(waiting.Notes["page"], CultureInfo.InvariantCulture) + 1, ticked, cancellation);
            return true;
        }

        var numbers = Numbers(text);
        if (numbers.Count == 0)
        {
            return false;
        }

        if (numbers.Exists(number => number < 1 || number > shown.Length))
        {
            session.Say(session.Words.Say("slip.choices", shown.Length));
            return true;
        }

        session.Desk = session.Desk with { Waiting = null };
        await TakeAsync(session, [.. ticked.Concat(numbers.Select(number => shown[number - 1])).Distinct()], cancellation);
        return true;
    }

    private static List<int> Numbers(string text)
    {
        List<int> numbers = [];
        foreach (var part in text.Folded().Split((char[])[' ', ',', ';', '.', '+', '&', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
            else if (part is not ("et" or "and" or "les" or "phrases" or "phrase" or "sentences" or "sentence" or "the" or "la"))
            {
                return [];
            }
        }

        return numbers;
    }

    private static async ValueTask TakeAsync(Session session, IReadOnlyList<string> ticked, CancellationToken cancellation)
    {
        if (!session.May(Act.ProposeCriterion))
        {
            session.Refuse(Act.ProposeCriterion);
            return;
        }

        var known = (await session.Deliberation.VoicesAsync(cancellation)).Where(voice => ticked.Contains(voice.Id.ToString())).ToList();
        if (known.Count == 0)
        {
            session.Whisper(session.Words["slip.no-choice"]);
            session.Say(session.Words["slip.no-choice"]);
            return;
        }

        session.Say(session.Words.Count("grouping.together", known.Count));
        var guide = session.May(Act.WriteCriterion) ? CriterionGuide.Name : ProposalGuide.Name;
        session.Begin(guide, draft => draft.With(
            CriterionGuide.Grouped,
            Answer.Chosen([.. draft.Chosen(CriterionGuide.Grouped).Union(known.Select(voice => voice.Id.ToString())).Take(MostTicked)], session.Words.Count("grouping.sentences", known.Count)),
            session.Now));
    }

    internal static async ValueTask ListAsync(Session session, int page, CancellationToken cancellation, bool instead = false)
    {
        var open = (await session.Deliberation.ProposalsAsync(cancellation)).Select(found => found.Entry).Where(proposal => proposal.IsOpen).ToList();
        Show(session, open, page, instead);
    }

    private static void Show(Session session, List<Proposal> open, int page, bool instead)
    {
        if (open.Count == 0 && !instead)
        {
            session.Say(session.Words["proposals.none"], session.Words["word.group"]);
            return;
        }

        var card = ProposalsCard.For(session, open, page);
        if (instead)
        {
            session.Instead(card, forAll: true);
        }
        else
        {
            session.Show(card, forAll: true);
        }
    }

    /// <summary>What the button names, as it was on the card: null where one of them has changed since, and the present list is shown.</summary>
    private static async ValueTask<List<Found<Proposal>>?> NamedAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (!session.May(Act.WriteCriterion))
        {
            session.Whisper(session.Words["proposals.refused"]);
            session.Refuse(Act.WriteCriterion);
            return null;
        }

        var all = await session.Deliberation.ProposalsAsync(cancellation);
        List<Found<Proposal>> named = [];
        foreach (var choice in submission.Choices("propositions").Distinct())
        {
            if (choice.Split('.') is not [var id, var version] || all.FirstOrDefault(found => found.Entry.Id.ToString() == id) is not { } found)
            {
                session.Say(session.Words["not-found"]);
                return null;
            }

            if (!found.Entry.IsOpen || found.Entry.Version.ToString(CultureInfo.InvariantCulture) != version)
            {
                session.Say(session.Words["proposals.changed"]);
                Show(session, [.. all.Select(one => one.Entry).Where(proposal => proposal.IsOpen)], 0, instead: true);
                return null;
            }

            named.Add(found);
        }

        return named;
    }

    private static async ValueTask MergeAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await NamedAsync(session, submission, cancellation) is not { } named)
        {
            return;
        }

        if (named.Count < 2)
        {
            session.Whisper(session.Words["proposals.two"]);
            session.Say(session.Words["proposals.two"]);
            return;
        }

        // The oldest takes the others up, one after the other, in one batch: all or none.
        var oldestFirst = named.OrderBy(found => found.Entry.Since).ThenBy(found => found.Entry.Id).ToList();
        var kept = oldestFirst[0].Entry;
        List<Change> changes = [];
        foreach (var other in oldestFirst.Skip(1))
        {
            (kept, var merged) = Proposal.Merge(kept, other.Entry);
            changes.Add(other.Write(merged));
        }

        kept = kept with { Version = oldestFirst[0].Entry.Version + 1 };
        changes.Add(oldestFirst[0].Write(kept));
        session.Write(changes, "proposal.merge", kept.Key);
        var open = (await session.Deliberation.ProposalsAsync(cancellation)).Select(found => found.Entry)
            .Where(proposal => proposal.IsOpen && named.TrueForAll(found => found.Entry.Id != proposal.Id));
        Show(session, [.. open.Append(kept).OrderBy(proposal => proposal.Since).ThenBy(proposal => proposal.Id)], 0, instead: true);
        session.Whisper(session.Words["proposals.merged"]);
        session.Say(session.Words.Say("proposals.merged.as", session.Words.Quoted(kept.Name)));
    }

    private static async ValueTask AdoptAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await NamedAsync(session, submission, cancellation) is not { } named)
        {
            return;
        }

        if (named is not [{ Entry: var proposal }])
        {
            session.Whisper(session.Words["proposals.one"]);
            session.Say(session.Words["proposals.one"]);
            return;
        }

        if (session.Desk.Drafts.GetValueOrDefault(CriterionGuide.Name) is { } begun && begun.Said(CriterionGuide.Named) is not null && !begun.Chosen(CriterionGuide.Proposed).Contains(proposal.Id.ToString()))
        {
            // Words that somebody has begun to write are not written over.
            session.Say(session.Words["proposals.another-begun"]);
            session.Begin(CriterionGuide.Name);
            return;
        }

        session.Begin(CriterionGuide.Name, draft => Answers(draft, proposal).Aggregate(draft, (now, answer) => now.With(answer.Question, answer.Answer, session.Now)));
    }

    /// <summary>What a proposal says already is not asked again.</summary>
    private static IEnumerable<(string Question, Answer Answer)> Answers(Draft draft, Proposal proposal)
    {
        yield return (CriterionGuide.Proposed, Answer.Chosen([proposal.Id.ToString()], proposal.Name));
        yield return (CriterionGuide.Named, Answer.Said(proposal.Name));
        yield return (CriterionGuide.Grouped, Answer.Chosen([.. proposal.Voices.Select(id => id.ToString())], ""));
        if (draft[CriterionGuide.Defined] is null && proposal.Definition is { } definition)
        {
            yield return (CriterionGuide.Defined, Answer.Said(definition));
        }
    }
}
