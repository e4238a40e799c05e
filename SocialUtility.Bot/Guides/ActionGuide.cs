using System.Text.RegularExpressions;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// An action and the objectives it serves, « parce que », and which of them mainly. Without objective it is asked about once,
/// « je ne sais pas » is an answer, and it is listed « à relier » (deck row D09).
/// </summary>
public sealed partial class ActionGuide : Guide
{
    public const string Name = "action";

    private const string What = "e2-clarifier.action";
    private const string Serves = "e2-clarifier.lien";

    public override string Id => Name;

    public override Act? Needs => Act.DescribeAction;

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        var words = session.Words;
        List<Question> questions = draft.Subject is null ? [Method.Open(session, What, Texts.Title, mayStayOpen: false, check: text => Understood(session, text))] : [];
        var objectives = LinkQuestions.Objectives(session);
        if (objectives.Count > 0 && OneLine(session, draft) is null)
        {
            var named = draft.Said(What) ?? Linked(session, draft)?.Name;
            questions.Add(Method.Choose(session, Serves, objectives, named is null ? null : words.Say("ask.action.link", named)) with { Several = true, AsksWhy = true });
        }

        questions.AddRange(LinkQuestions.MainlyWhich(session, Links(session, draft)));
        return questions;
    }

    public override ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var words = session.Words;
        var before = Linked(session, draft);
        if (draft.Subject is not null && (before is null || before.Version != draft.SubjectVersion))
        {
            session.Say(words.Say("action.changed-meanwhile", words.Quoted(before?.Name ?? "")));
            return ValueTask.CompletedTask;
        }

        var oneLine = OneLine(session, draft);
        var adopter = session.May(Act.ConfirmObjective) ? session.Person : null;
        var action = before is not null
            ? before with
            {
                Links = Links(session, draft),
                Mainly = LinkQuestions.SaidMainly(draft) ?? before.Mainly,
                AskedOnce = true,
                Adopter = before.Adopter ?? adopter,
                AdoptedAt = before.Adopter is null && adopter is not null ? session.Now : before.AdoptedAt,
                Version = before.Version + 1,
            }
            : new SocialAction
            {
                Id = Id<SocialAction>.Parse(draft.Id),
                Number = session.Dossier.Actions.Select(other => other.Number).DefaultIfEmpty().Max() + 1,
                Name = oneLine?.Name ?? draft.Said(What)!,
                Links = Links(session, draft),
                Mainly = LinkQuestions.SaidMainly(draft),
                AskedOnce = true,
                Author = session.Person,
                Adopter = adopter,
                AdoptedAt = adopter is null ? null : session.Now,
                Since = session.Now,
            };
        session.Write(action, before is null ? "action.create" : "action.link");
        session.Say(oneLine is null ? Said(session, action) : words[oneLine.Value.Links.Any(link => link.Because is not null) ? "action.linked-with-reason" : "action.linked-as-said"]);
        AnotherOne.Offer(session, Name);
        return ValueTask.CompletedTask;
    }

    /// <summary>« Repas partagés » sert l'objectif 1, parce que… — or it is put under « à relier ».</summary>
    private static string Said(Session session, SocialAction action)
    {
        var words = session.Words;
        var numbers = Numbers(session, action.Links);
        if (numbers.Count == 0)
        {
            return words.Say("action.to-be-linked", words.Quoted(action.Name));
        }

        var because = action.Links[^1].Because is { } why ? words.Say("action.because", words.Quoted(why)) : "";
        return words.Say(numbers.Count == 1 ? "action.linked.1" : "action.linked", words.Quoted(action.Name), words.List(numbers)) + because + ".";
    }

    private static List<string> Numbers(Session session, IReadOnlyList<Link> links) =>
        [.. session.Dossier.Objectives.Where(objective => !objective.Retired && links.Any(link => link.Objective == objective.Id)).Select(objective => objective.Number.ToString(session.Words.Culture))];

    /// <summary>What it serves once the answers so far are written.</summary>
    private static IReadOnlyList<Link> Links(Session session, Draft draft) =>
        OneLine(session, draft)?.Links ?? LinkQuestions.Joined(Linked(session, draft)?.Links ?? [], LinkQuestions.Links(draft, Serves));

    private static SocialAction? Linked(Session session, Draft draft) =>
        Domain.Id<SocialAction>.TryParse(draft.Subject, out var id) ? session.Dossier.Find(id) : null;

    /// <summary>A whole line is said back before it counts.</summary>
    private static Understood.Doubtful? Understood(Session session, string typed)
    {
        if (OneLine(session, typed) is not var (name, links))
        {
            return null;
        }

        var words = session.Words;
        var numbers = Numbers(session, links);
        return new Understood.Doubtful(
            words.Say(numbers.Count == 1 ? "action.understood.1" : "action.understood", words.Quoted(name), words.List(numbers)),
            Answer.Said(typed));
    }

    private static (string Name, IReadOnlyList<Link> Links)? OneLine(Session session, Draft draft) => draft.Said(What) is { } typed ? OneLine(session, typed) : null;

    /// <summary>« Ateliers jardin du mercredi sert objectif 1 et 3 parce qu'on s'y parle en travaillant ».</summary>
    private static (string Name, IReadOnlyList<Link> Links)? OneLine(Session session, string typed)
    {
        var match = Pattern().Match(typed);
        if (!match.Success)
        {
            return null;
        }

        var because = match.Groups["because"].Value.OnOneLine();
        var numbers = Number().Matches(match.Groups["numbers"].Value)
            .Select(number => session.Dossier.Objectives.FirstOrDefault(objective => !objective.Retired && objective.Number.ToString(session.Words.Culture) == number.Value))
            .ToList();
        return numbers.Count == 0 || numbers.Contains(null)
            ? null
            : (session.Words.Opening(match.Groups["name"].Value.Trim()), [.. numbers.DistinctBy(objective => objective!.Id).Select(objective => new Link(objective!.Id, because))]);
    }

    [GeneratedRegex(@"^(?<name>.{2,150}?)\s+(?:sert|servent|serves?)\s+(?:à\s+|les\s+|l['’])?(?:objectifs?|objectives?)\s+(?<numbers>[\d\s,]*(?:(?:et|and)\s+)?[\d\s,]+?)(?:\s*,?\s*(?:parce\s+qu(?:e\s+|['’])|because\s+)(?<because>.+))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
