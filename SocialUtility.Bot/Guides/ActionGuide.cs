using System.Text.RegularExpressions;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// An action and the objectives it serves, « parce que ». Without objective it is asked about once, « je ne sais pas » is
/// an answer, and it is listed « à relier » (deck row D09).
/// </summary>
public sealed partial class ActionGuide : Guide
{
    public const string Name = "action";

    private const string What = "e2-clarifier.action";
    private const string Link = "e2-clarifier.lien";

    public override string Id => Name;

    public override Act? Needs => Act.DescribeAction;

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        var words = session.Words;
        List<Question> questions = draft.Subject is null ? [Method.Open(session, What, Texts.Title, mayStayOpen: false)] : [];
        var objectives = Living(session);
        if (objectives.Count > 0 && !(draft.Said(What) is { } typed && OneLine(session, typed) is not null))
        {
            var named = draft.Said(What) ?? Linked(session, draft)?.Name;
            questions.Add(Method.Choose(
                session,
                Link,
                [.. objectives.Select(objective => new Choice(objective.Id.ToString(), objective.Name))],
                named is null ? null : words.Say("ask.action.link", named)) with
            { Several = true, AsksWhy = true });
        }

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

        var typed = draft.Said(What);
        var oneLine = typed is null ? null : OneLine(session, typed);
        var links = oneLine?.Links ?? [.. draft.Chosen(Link).Select(id => new Link(Id<Objective>.Parse(id), draft[Link]!.Because))];
        var action = before is not null
            ? before with { Links = [.. before.Links.Where(link => links.All(other => other.Objective != link.Objective)), .. links], AskedOnce = true, Version = before.Version + 1 }
            : new SocialAction
            {
                Id = Id<SocialAction>.Parse(draft.Id),
                Name = oneLine?.Name ?? typed!,
                Links = links,
                AskedOnce = true,
                Author = session.Person,
                Since = session.Now,
            };
        session.Write(action, before is null ? "action.create" : "action.link");
        session.Say(Said(session, action));
        session.Say(words["action.another"], words["button.another"], words["button.go-on"]);
        session.WaitFor(AnotherOne.Kind, ("guide", Name));
        return ValueTask.CompletedTask;
    }

    /// <summary>« Repas partagés » sert l'objectif 1, parce que… — or it is put under « à relier ».</summary>
    private static string Said(Session session, SocialAction action)
    {
        var words = session.Words;
        var numbers = Living(session).Where(action.Serves).Select(objective => objective.Number.ToString(words.Culture)).ToList();
        if (numbers.Count == 0)
        {
            return words.Say("action.to-be-linked", words.Quoted(action.Name));
        }

        var because = action.Links[^1].Because is { } why ? words.Say("action.because", words.Quoted(why)) : "";
        return words.Say(numbers.Count == 1 ? "action.linked.1" : "action.linked", words.Quoted(action.Name), words.List(numbers)) + because + ".";
    }

    private static SocialAction? Linked(Session session, Draft draft) =>
        Domain.Id<SocialAction>.TryParse(draft.Subject, out var id) ? session.Dossier.Find(id) : null;

    private static List<Objective> Living(Session session) => [.. session.Dossier.Objectives.Where(objective => !objective.Retired)];

    /// <summary>« Ateliers jardin du mercredi sert objectif 1 et 3 parce qu'on s'y parle en travaillant ».</summary>
    private static (string Name, Link[] Links)? OneLine(Session session, string typed)
    {
        var match = Pattern().Match(typed);
        if (!match.Success)
        {
            return null;
        }

        var living = Living(session);
        var because = match.Groups["because"].Value.OnOneLine();
        var numbers = Numbers().Matches(match.Groups["numbers"].Value).Select(number => living.Find(objective => objective.Number.ToString(session.Words.Culture) == number.Value)).ToList();
        return numbers.Count == 0 || numbers.Contains(null)
            ? null
            : (session.Words.Opening(match.Groups["name"].Value.Trim()), [.. numbers.Select(objective => new Link(objective!.Id, because))]);
    }

    [GeneratedRegex(@"^(?<name>.{2,150}?)\s+(?:sert|servent|serves?)\s+(?:à\s+|les\s+|l['’])?(?:objectifs?|objectives?)\s+(?<numbers>[\d\s,]*(?:(?:et|and)\s+)?[\d\s,]+?)(?:\s*,?\s*(?:parce\s+qu(?:e\s+|['’])|because\s+)(?<because>.+))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}
