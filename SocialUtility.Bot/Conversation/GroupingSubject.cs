using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
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
        ["group"] = (session, cancellation) => session.AsMember(() => ShowAsync(session, 0, null, cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["grouping.show"] = (session, _, cancellation) => session.AsMember(() => ShowAsync(session, 0, null, cancellation)),
        ["grouping.more"] = (session, submission, cancellation) => session.AsMember(() => ShowAsync(session, submission.Page, Ticked(submission), cancellation)),
        ["grouping.take"] = (session, submission, cancellation) => session.AsMember(() => TakeAsync(session, Ticked(submission), cancellation)),
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

    /// <param name="session">The turn.</param>
    /// <param name="page">Of the sentences; the first is 0.</param>
    /// <param name="ticked">What is ticked on the other pages as well; null: what was ticked before something else came between.</param>
    /// <param name="cancellation">Of the turn.</param>
    internal static async ValueTask ShowAsync(Session session, int page, IReadOnlyList<string>? ticked, CancellationToken cancellation)
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

        // The card before all carries nobody's ticks.
        var alone = session.Heard.Place == Place.Personal || ticked is not null;
        ticked = alone ? [.. (ticked ?? session.Desk.Ticked).Where(id => voices.Any(voice => voice.Id.ToString() == id))] : [];
        session.Desk = alone ? session.Desk with { Ticked = ticked } : session.Desk;
        var shown = GroupingCard.Page(voices, page);
        if (session.Heard.Place == Place.Personal)
        {
            session.WaitFor(
                Ticking,
                ("page", page.ToString(CultureInfo.InvariantCulture)),
                ("shown", string.Join(',', shown.Select(voice => voice.Id))));
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
        var command = Vocabulary.Command(text);
        if (command is "continue" or "skip" || text.AsWord() == session.Words["button.more"].AsWord())
        {
            await ShowAsync(session, int.Parse(waiting.Notes["page"], CultureInfo.InvariantCulture) + 1, session.Desk.Ticked, cancellation);
            return true;
        }

        if (command is not null)
        {
            return false;
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
        await TakeAsync(session, [.. session.Desk.Ticked.Concat(numbers.Select(number => shown[number - 1])).Distinct()], cancellation);
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

        session.Desk = session.Desk with { Ticked = [] };
        session.Say(session.Words.Count("grouping.together", known.Count));
        var guide = session.May(Act.WriteCriterion) ? CriterionGuide.Name : ProposalGuide.Name;
        session.Begin(guide, draft => draft.With(
            CriterionGuide.Grouped,
            Answer.Chosen([.. draft.Chosen(CriterionGuide.Grouped).Union(known.Select(voice => voice.Id.ToString())).Take(MostTicked)], session.Words.Count("grouping.sentences", known.Count)),
            session.Now));
    }
}
