using System.Security.Cryptography;
using System.Text;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// What makes an indicator live once it is chosen: who gives it, where it is found, what it costs, what it shows and what it
/// hides; each put to whom it is meant for (step e5 of the method). The same guide corrects one answer from the card.
/// </summary>
public sealed class IndicatorCareGuide : Guide
{
    public const string Name = "care";

    /// <summary>Somebody else answered the same meanwhile.</summary>
    public const string TwoVersions = "care.two-versions";

    private static readonly string[] ByImportance =
        [IndicatorFields.Who, IndicatorFields.Where, IndicatorFields.Level, IndicatorFields.Levels, IndicatorFields.Warning, IndicatorFields.Minutes];

    public override string Id => Name;

    /// <summary>Asks what is still open about it. What was begun about another one is kept there, not lost.</summary>
    public static async ValueTask BeginAsync(Session session, Indicator indicator, CancellationToken cancellation)
    {
        await KeepAsync(session, indicator.Id.ToString(), cancellation);
        session.Begin(Name, draft => draft.Subject == indicator.Id.ToString() ? draft : new()
        {
            Guide = Name,
            Id = Id<Draft>.New().ToString(),
            Subject = indicator.Id.ToString(),
            Touched = session.Now,
        });
    }

    /// <summary>Asks that one thing again, with what is known before the eyes.</summary>
    public static async ValueTask CorrectAsync(Session session, Indicator indicator, string field, CancellationToken cancellation)
    {
        await KeepAsync(session, null, cancellation);
        var standing = IndicatorFields.Standing(session, indicator, field);
        session.Begin(Name, _ => new()
        {
            Guide = Name,
            Id = Id<Draft>.New().ToString(),
            Subject = $"{indicator.Id}|{field}|{Mark(standing)}",
            Answers = standing is null ? new Dictionary<string, Answer>() : new Dictionary<string, Answer> { [field] = standing },
            Again = field,
            Touched = session.Now,
        });
    }

    /// <summary>What is open about it that is meant for this person: the board is asked what the figure hides, who collects where it is found.</summary>
    public static IReadOnlyList<string> OpenFor(Session session, Indicator indicator) =>
    [
        .. IndicatorFields.Of(session, indicator).Where(field => IndicatorFields.Standing(session, indicator, field) is null && field switch
        {
            IndicatorFields.Who or IndicatorFields.Where or IndicatorFields.Minutes or IndicatorFields.Level or IndicatorFields.Levels => true,
            IndicatorFields.Warning => session.Member!.Roles.Contains(Role.Board),
            _ => false,
        }),
    ];

    /// <summary>
    /// How much the most important open thing about it matters, the least first: who gives it comes before where it is found,
    /// and that before the rest. What was answered or left out in the draft is open no more.
    /// </summary>
    internal static (int Importance, bool NotBegun) Urgency(Session session, Indicator indicator, Draft? draft)
    {
        var begun = draft is not null && IsAbout(draft, indicator);
        var open = OpenFor(session, indicator).Where(field => !begun || draft![field] is null).Select(field => Array.IndexOf(ByImportance, field));
        return (open.DefaultIfEmpty(ByImportance.Length).Min(), !begun);
    }

    internal static bool IsAbout(Draft draft, Indicator indicator) => draft.Subject == indicator.Id.ToString();

    public override async ValueTask PrepareAsync(Session session, CancellationToken cancellation) => await session.RosterAsync(cancellation);

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        if (Subject(session, draft) is not var (indicator, field))
        {
            return [];
        }

        if (field is not null)
        {
            return [IndicatorFields.Ask(session, indicator, field)];
        }

        var open = OpenFor(session, indicator);
        return
        [
            .. IndicatorFields.Of(session, indicator)
                .Where(one => open.Contains(one) || draft[one] is not null || (one == IndicatorFields.Deputy && draft.Said(IndicatorFields.Who) is not null))
                .Select(one => IndicatorFields.Ask(session, one == IndicatorFields.Deputy && draft[IndicatorFields.Who] is { } who ? IndicatorFields.With(session, indicator, IndicatorFields.Who, who) : indicator, one)),
        ];
    }

    public override async ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        if (Subject(session, draft) is not var (indicator, field))
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        if (field is not null)
        {
            await CorrectedAsync(session, draft, indicator, field, cancellation);
            return;
        }

        var written = Write(session, draft, indicator) ?? indicator;
        session.Show(IndicatorCard.For(session, await IndicatorSheet.OfAsync(session, written, cancellation)));
        NextStep.Offer(session);
    }

    /// <summary>« Garder la mienne », « garder la sienne », « en parler ensemble ».</summary>
    public static async ValueTask<bool> DecideAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var choice = Vocabulary.Command(text);
        if (choice is not ("keep-mine" or "keep-theirs" or "talk-together") || Find(session, waiting.Notes["indicator"]) is not { } indicator)
        {
            return false;
        }

        session.Desk = session.Desk with { Waiting = null };
        if (choice == "keep-mine" && session.May(IndicatorFields.ActOf(waiting.Notes["field"])))
        {
            await session.RosterAsync(cancellation);
            var choices = waiting.Notes["choices"];
            Answer mine = new(Answered.Said, waiting.Notes["text"], choices.Length == 0 ? null : choices.Split('\n'));
            var next = IndicatorFields.With(session, indicator, waiting.Notes["field"], mine);
            session.Write(next with { Version = indicator.Version + 1 }, "indicator.correct");
        }

        session.Say(session.Words[choice switch { "keep-mine" => "project.kept-mine", "keep-theirs" => "project.kept-theirs", _ => "project.talk-together" }]);
        return true;
    }

    private static async ValueTask CorrectedAsync(Session session, Draft draft, Indicator indicator, string field, CancellationToken cancellation)
    {
        var words = session.Words;
        if (!session.May(IndicatorFields.ActOf(field)))
        {
            session.Refuse(IndicatorFields.ActOf(field));
            return;
        }

        var answer = draft[field] ?? Answer.Skipped;
        var next = answer.How == Answered.Skipped ? indicator : IndicatorFields.With(session, indicator, field, answer);
        var standing = IndicatorFields.Standing(session, indicator, field);
        if (next == indicator || Mark(standing) == Mark(IndicatorFields.Standing(session, next, field)))
        {
            session.Say(words["indicator.unchanged"]);
            return;
        }

        if (answer.How == Answered.Said && standing is not null && draft.Subject!.Split('|')[2] != Mark(standing))
        {
            // The other was first; theirs stands, and this one is not lost: it waits for a decision.
            session.WaitFor(TwoVersions, ("indicator", indicator.Id.ToString()), ("field", field), ("text", answer.Text), ("choices", string.Join('\n', answer.Choices ?? [])));
            session.Say(words.Say("project.two-versions", words.Quoted(standing.Text), words.Quoted(answer.Text)), words["button.keep-theirs"], words["button.keep-mine"], words["button.talk-together"]);
            return;
        }

        next = next with { Version = indicator.Version + 1 };
        session.Write(next, "indicator.correct");
        session.Show(IndicatorCard.For(session, await IndicatorSheet.OfAsync(session, next, cancellation)));
    }

    /// <summary>Writes what was answered; where somebody else answered meanwhile, theirs stays and both are said. Null where nothing is new.</summary>
    private static Indicator? Write(Session session, Draft draft, Indicator indicator)
    {
        var words = session.Words;
        var next = indicator;
        foreach (var (field, answer) in draft.Answers.Where(answer => answer.Value.How == Answered.Said))
        {
            if (!session.May(IndicatorFields.ActOf(field)))
            {
                continue;
            }

            if (IndicatorFields.Standing(session, indicator, field) is not { } theirs)
            {
                next = IndicatorFields.With(session, next, field, answer);
            }
            else if (theirs.Text != answer.Text)
            {
                session.Say(words.Say("indicator.meanwhile", words[$"field.{field}"], words.Quoted(theirs.Text), words.Quoted(answer.Text)));
            }
        }

        if (next == indicator)
        {
            return null;
        }

        next = next with { Version = indicator.Version + 1 };
        session.Write(next, "indicator.complete");
        return next;
    }

    /// <summary>A draft about another indicator gives its answers to that one before the new one begins.</summary>
    private static async ValueTask KeepAsync(Session session, string? subject, CancellationToken cancellation)
    {
        await session.RosterAsync(cancellation);
        if (session.Desk.Drafts.GetValueOrDefault(Name) is { } left && left.Subject != subject)
        {
            if (Subject(session, left) is ({ } other, null))
            {
                Write(session, left, other);
            }

            session.Desk = session.Desk.Without(Name);
        }
    }

    private static (Indicator Indicator, string? Field)? Subject(Session session, Draft draft) => draft.Subject?.Split('|') switch
    {
        [var id] when Find(session, id) is { } indicator => (indicator, null),
        [var id, var field, _] when Find(session, id) is { } indicator && IndicatorFields.Of(session, indicator).Contains(field) => (indicator, field),
        _ => null,
    };

    private static Indicator? Find(Session session, string id) =>
        Id<Indicator>.TryParse(id, out var known) && session.Dossier.Find(known) is { Retired: false } indicator ? indicator : null;

    /// <summary>Tells two answers apart without keeping the first one twice.</summary>
    private static string Mark(Answer? answer) =>
        answer is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{answer.Text}\n{string.Join('\n', answer.Choices ?? [])}")).AsSpan(0, 6));
}
