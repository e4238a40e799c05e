using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « indicateurs », « compléter », « changer la méthode », « lot de départ »: one answer of an indicator corrected, an
/// indicator paused or opened to the partners, and the question that comes with the eleventh.
/// </summary>
public sealed class IndicatorSubject : ISubject
{
    /// <summary>From the eleventh on, the bot asks whether one could be paused (domain.md 6.2, reason 2).</summary>
    public const int Many = 10;

    private const string TooMany = "indicator.many";
    private const string Asked = "indicator.asked";

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["indicators"] = IndicatorsAsync,
        ["complete"] = (session, cancellation) => session.AsMember(() => CompleteAsync(session, cancellation)),
        ["change-way"] = (session, cancellation) => session.AsMember(() => ChangeWayAsync(session, cancellation)),
        ["starter"] = (session, _) => session.AsMember(() => Starter(session)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["indicator.correct"] = (session, submission, cancellation) => session.AsMember(() => CorrectAsync(session, submission, cancellation)),
        ["indicator.complete"] = (session, submission, cancellation) => session.AsMember(() => OnAsync(session, submission, indicator => IndicatorCareGuide.BeginAsync(session, indicator, cancellation))),
        ["indicator.pause"] = (session, submission, cancellation) => session.AsMember(() => RestAsync(session, submission, cancellation)),
        ["indicator.resume"] = (session, submission, cancellation) => session.AsMember(() => RestAsync(session, submission, cancellation)),
        ["indicator.open"] = (session, submission, cancellation) => session.AsMember(() => OpenAsync(session, submission, cancellation)),
        ["indicator.keep-all"] = (session, submission, _) => session.AsMember(() => Add(session, submission.Id<Criterion>("criterion"))),
        ["recognition.list"] = (session, submission, cancellation) => OfferedAsync(session, submission.Page, cancellation),
        ["recognition.answer"] = (session, submission, _) => Recognise(session, submission),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [TooMany] = (session, waiting, text, _) => ValueTask.FromResult(Decide(session, waiting, text)),
        [Asked] = AskedAsync,
        [IndicatorCareGuide.TwoVersions] = IndicatorCareGuide.DecideAsync,
    };

    /// <summary>Begins a new indicator; the eleventh in use is a question first, and never a refusal.</summary>
    public static void AskOrAdd(Session session, Id<Criterion>? criterion)
    {
        var words = session.Words;
        var inUse = session.Dossier.Indicators.Count(indicator => indicator.IsInUse);
        if (inUse < Many)
        {
            Add(session, criterion);
            return;
        }

        session.WaitFor(TooMany, ("criterion", criterion?.ToString() ?? ""));
        session.Say($"{words.Say("indicator.many", words.Spelled(inUse + 1))}\n{words["indicator.many.which"]}", words["button.choose-one"], words["button.keep-all"]);
    }

    /// <summary>A partner sees what was opened to partners; the others the list, and whoever is asked something hears what.</summary>
    private static async ValueTask IndicatorsAsync(Session session, CancellationToken cancellation)
    {
        if (session.Member is not null && !session.May(Act.ReadProject) && session.May(Act.RecogniseIndicator))
        {
            await OfferedAsync(session, 0, cancellation);
            return;
        }

        await session.AsMember(() =>
        {
            DefinitionsSubject.List(session, "indicator", 0, begin: true);
            Ask(session);
        });
    }

    /// <summary>The board is asked what a figure hides, who collects is asked where it is found: one thing at a time.</summary>
    private static void Ask(Session session)
    {
        var board = session.Member!.Roles.Contains(Role.Board);
        var field = board ? IndicatorFields.Warning : IndicatorFields.Where;
        if (session.Beginning is not null || (!board && session.May(Act.ChooseIndicator)))
        {
            return;
        }

        if (session.Dossier.Indicators.FirstOrDefault(indicator => indicator.IsInUse && IndicatorCareGuide.OpenFor(session, indicator).Contains(field)) is { } first)
        {
            session.WaitFor(Asked, ("indicator", first.Id.ToString()));
            session.Say(session.Words.Say($"indicator.asked.{(board ? Role.Board : Role.Volunteer)}", session.Words.Quoted(first.Name)), session.Words["button.answer"], session.Words["button.later"]);
        }
    }

    private static async ValueTask<bool> AskedAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        switch (Vocabulary.Command(text))
        {
            case "answer" or "yes" or "complete" when ValueHearing.IndicatorOf(session, waiting.Notes["indicator"]) is { Retired: false } indicator:
                session.Desk = session.Desk with { Waiting = null };
                await IndicatorCareGuide.BeginAsync(session, indicator, cancellation);
                return true;
            case "later" or "no":
                session.Desk = session.Desk with { Waiting = null };
                session.Say(session.Words["next.later"]);
                return true;
            default:
                return false;
        }
    }

    /// <summary>What matters most of all that is open for this person; between equals, what was begun.</summary>
    private static async ValueTask CompleteAsync(Session session, CancellationToken cancellation)
    {
        var draft = session.Desk.Drafts.GetValueOrDefault(IndicatorCareGuide.Name);
        var open = session.Dossier.Indicators
            .Where(indicator => indicator.IsInUse && IndicatorCareGuide.OpenFor(session, indicator).Count > 0)
            .MinBy(indicator => IndicatorCareGuide.Urgency(session, indicator, draft));
        if (draft is not null && (open is null || IndicatorCareGuide.IsAbout(draft, open) || draft.Subject?.Contains('|', StringComparison.Ordinal) == true))
        {
            session.Begin(IndicatorCareGuide.Name);
        }
        else if (open is not null)
        {
            session.Say(session.Words.Say("indicator.completing", session.Words.Quoted(open.Name)));
            await IndicatorCareGuide.BeginAsync(session, open, cancellation);
        }
        else
        {
            session.Say(session.Words["indicator.all-complete"]);
        }
    }

    private static async ValueTask ChangeWayAsync(Session session, CancellationToken cancellation)
    {
        var living = session.Dossier.Indicators.Where(indicator => !indicator.Retired).ToList();
        if (session.Desk.Drafts.ContainsKey(WayGuide.Name))
        {
            session.Begin(WayGuide.Name);
        }
        else if (living is [var only])
        {
            await WayGuide.BeginAsync(session, only, cancellation);
        }
        else
        {
            session.Say(session.Words["way.which"]);
            DefinitionsSubject.List(session, "indicator", 0, begin: true);
        }
    }

    /// <summary>Ideas come after the group has named what counts for it.</summary>
    private static void Starter(Session session)
    {
        if (session.May(Act.ChooseIndicator) && session.Dossier.Criteria.All(criterion => criterion.Retired))
        {
            session.Say(session.Words["starter.criterion-first"]);
            session.Begin(CriterionGuide.Name);
            return;
        }

        session.Begin(StarterGuide.Name);
    }

    private static ValueTask CorrectAsync(Session session, Submission submission, CancellationToken cancellation) => OnAsync(session, submission, async indicator =>
    {
        var field = submission[IndicatorCard.Field];
        switch (field)
        {
            case IndicatorCard.NameField:
                RenameGuide.Begin(session, indicator);
                break;
            case IndicatorCard.WayField:
                await WayGuide.BeginAsync(session, indicator, cancellation);
                break;
            case var _ when IndicatorFields.Of(session, indicator).Contains(field):
                await IndicatorCareGuide.CorrectAsync(session, indicator, field, cancellation);
                break;
            default:
                session.Say(session.Words["slip.no-choice"]);
                break;
        }
    });

    private static ValueTask RestAsync(Session session, Submission submission, CancellationToken cancellation) => OnAsync(session, submission, async indicator =>
    {
        var pausing = submission.Kind == "indicator.pause";
        if (!await MayChangeAsync(session, submission, indicator, indicator.IsPaused != pausing, cancellation))
        {
            return;
        }

        var next = indicator with
        {
            Pauses = pausing ? [.. indicator.Pauses, new(session.Today)] : [.. indicator.Pauses.SkipLast(1), indicator.Pauses[^1] with { Until = session.Today }],
            Version = indicator.Version + 1,
        };
        session.Write(next, submission.Kind);
        session.Instead(IndicatorCard.For(session, await IndicatorSheet.OfAsync(session, next, cancellation)));
        session.Say(session.Words.Say(pausing ? "indicator.paused" : "indicator.resumed", session.Words.Quoted(next.Name)));
    });

    /// <summary>The definition lies open to the partners, or no longer; values never do by this.</summary>
    private static ValueTask OpenAsync(Session session, Submission submission, CancellationToken cancellation) => OnAsync(session, submission, async indicator =>
    {
        if (!await MayChangeAsync(session, submission, indicator, true, cancellation))
        {
            return;
        }

        var next = indicator with { OpenToPartners = !indicator.OpenToPartners, Version = indicator.Version + 1 };
        session.Write(next, next.OpenToPartners ? "indicator.open" : "indicator.close");
        session.Instead(IndicatorCard.For(session, await IndicatorSheet.OfAsync(session, next, cancellation)));
        session.Say(session.Words.Say(next.OpenToPartners ? "indicator.opened" : "indicator.closed", session.Words.Quoted(next.Name)));
    });

    /// <summary>A card that has served changes nothing; from a list the indicator as it stands counts.</summary>
    private static async ValueTask<bool> MayChangeAsync(Session session, Submission submission, Indicator indicator, bool makesSense, CancellationToken cancellation)
    {
        if (!session.May(Act.ChooseIndicator))
        {
            session.Refuse(Act.ChooseIndicator);
            return false;
        }

        if (makesSense && !indicator.Retired && (submission.Has("ligne") || submission.Version == indicator.Version))
        {
            return true;
        }

        session.Instead(StaleCard.For(session));
        session.Show(IndicatorCard.For(session, await IndicatorSheet.OfAsync(session, indicator, cancellation)));
        return false;
    }

    private static bool Decide(Session session, Waiting waiting, string text)
    {
        Id<Criterion>? criterion = Id<Criterion>.TryParse(waiting.Notes["criterion"], out var id) ? id : null;
        switch (Vocabulary.Command(text))
        {
            case "keep-all" or "no":
                session.Desk = session.Desk with { Waiting = null };
                Add(session, criterion);
                return true;
            case "choose" or "yes":
                session.Desk = session.Desk with { Waiting = null };
                session.Show(FewerCard.For(session, criterion));
                return true;
            default:
                return false;
        }
    }

    private static void Add(Session session, Id<Criterion>? criterion) => session.Begin(
        IndicatorGuide.Name,
        criterion is { } id && session.Dossier.Find(id) is { Retired: false } ? draft => new() { Guide = draft.Guide, Id = draft.Id, Subject = id.ToString(), Touched = session.Now } : null);

    private static async ValueTask OfferedAsync(Session session, int page, CancellationToken cancellation)
    {
        if (!session.May(Act.RecogniseIndicator))
        {
            session.Refuse(Act.RecogniseIndicator);
            return;
        }

        var offered = session.Dossier.Indicators.Where(indicator => indicator is { OpenToPartners: true, Retired: false }).ToList();
        if (offered.Count == 0)
        {
            session.Say(session.Words["refused.partner.read"]);
            return;
        }

        var mine = (await session.Recognitions.AllAsync(cancellation)).Where(answer => answer.By == session.Person).ToDictionary(answer => answer.Indicator);
        session.Show(OfferedCard.For(session, offered, mine, page));
    }

    private static ValueTask Recognise(Session session, Submission submission)
    {
        if (!session.May(Act.RecogniseIndicator))
        {
            session.Refuse(Act.RecogniseIndicator);
        }
        else if (submission.Id<Indicator>("indicateur") is { } id && session.Dossier.Find(id) is { OpenToPartners: true, Retired: false } indicator)
        {
            RecognitionGuide.Begin(session, indicator);
        }
        else
        {
            session.Say(session.Words["recognition.closed"]);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>What a button names, among what the association has.</summary>
    private static ValueTask OnAsync(Session session, Submission submission, Func<Indicator, ValueTask> what)
    {
        var key = submission.Has("ligne") ? submission["ligne"] : Indicator.Prefix + submission["indicator"];
        if (session.Dossier.Indicators.FirstOrDefault(indicator => indicator.Key == key) is { } indicator)
        {
            return what(indicator);
        }

        session.Say(session.Words["not-found"]);
        return ValueTask.CompletedTask;
    }
}
