using System.Security.Cryptography;
using System.Text;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// « Lot de départ »: five indicators that associations of the same kind began with, ticked one by one, each for a criterion
/// in the group's words or, where none fits, for the catalogue's, marked as such. Nothing is taken that was not ticked.
/// </summary>
public sealed class StarterGuide : Guide
{
    public const string Name = "starter";

    private const string Type = "lot.type";
    private const string Ticked = "lot.indicateurs";
    private const string For = "lot.critere.";
    private const string FromCatalogue = "catalogue";

    public override string Id => Name;

    public override Act? Needs => Act.ChooseIndicator;

    public override string Opening(Session session, Draft draft) => session.Words["starter.opening"];

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        var words = session.Words;
        List<Question> questions = [];
        if (session.Association.Type is null)
        {
            questions.Add(new ChoiceQuestion(Type)
            {
                Ask = words["ask.lot.type"],
                Readers = words["readers.team"],
                MayStayOpen = false,
                Choices = [.. Enum.GetValues<AssociationType>().Select(type => new Choice(type.ToString(), words["starter.type." + type]))],
            });
        }

        if (Pack(session, draft) is not { Count: > 0 } pack)
        {
            return questions;
        }

        questions.Add(new ChoiceQuestion(Ticked)
        {
            Ask = words["ask.lot.indicateurs"],
            Hint = words["hint.lot.indicateurs"],
            Readers = words["readers.team"],
            Several = true,
            Choices = [.. pack.Select(indicator => new Choice(indicator.Id, Line(session, indicator)))],
        });
        var criteria = session.Dossier.Criteria.Where(criterion => !criterion.Retired).ToList();
        questions.AddRange(draft.Chosen(Ticked).Select(ReferenceCatalogue.Instance.Indicator).OfType<ReferenceIndicator>().Select(indicator => new ChoiceQuestion(For + indicator.Id)
        {
            Ask = words.Say("ask.lot.critere", words.Quoted(words.Set(indicator.Name(words.Language)))),
            Readers = words["readers.team"],
            Choices =
            [
                .. criteria.Select(criterion => new Choice(criterion.Id.ToString(), criterion.Name)),
                new(FromCatalogue, words.Say("starter.from-catalogue", words.Set(CriterionOf(indicator).Name(words.Language)))),
            ],
        }));
        return questions;
    }

    public override ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var words = session.Words;
        List<string> chosen = [];
        List<string> left = [];
        foreach (var reference in draft.Chosen(Ticked).Select(ReferenceCatalogue.Instance.Indicator).OfType<ReferenceIndicator>())
        {
            var name = words.Set(reference.Name(words.Language));
            if (CriterionFor(session, draft, reference) is not { } criterion)
            {
                left.Add(name);
                continue;
            }

            session.Write(Adopted(session, draft, reference, criterion), "indicator.create");
            chosen.Add(name);
        }

        session.Say(chosen.Count == 0 ? words["starter.none"] : words.Count("starter.done", chosen.Count, words.List([.. chosen.Select(words.Quoted)])));
        if (left.Count > 0)
        {
            session.Say(words.Say("starter.left", words.List([.. left.Select(words.Quoted)])));
        }

        NextStep.Offer(session);
        return ValueTask.CompletedTask;
    }

    /// <summary>Those of the pack that the association has not yet; null until it is known which pack.</summary>
    private static IReadOnlyList<ReferenceIndicator>? Pack(Session session, Draft draft)
    {
        AssociationType? type = session.Association.Type ?? (draft.Chosen(Type) is [var said] ? Enum.Parse<AssociationType>(said) : null);
        var taken = session.Dossier.Indicators.Where(indicator => !indicator.Retired).Select(indicator => indicator.Catalogue).ToHashSet();
        return type is null ? null : [.. StarterPack.Of(type.Value).Where(indicator => !taken.Contains(indicator.Id))];
    }

    /// <summary>The criterion chosen for it; the catalogue's is written once, however many indicators look at it.</summary>
    private static Criterion? CriterionFor(Session session, Draft draft, ReferenceIndicator indicator)
    {
        if (draft.Chosen(For + indicator.Id) is not [var chosen])
        {
            return null;
        }

        if (chosen != FromCatalogue)
        {
            return Domain.Id<Criterion>.TryParse(chosen, out var id) && session.Dossier.Find(id) is { Retired: false } own ? own : null;
        }

        var reference = CriterionOf(indicator);
        if (session.Dossier.Criteria.FirstOrDefault(criterion => criterion is { Retired: false, Origin: Origin.Catalogue } && criterion.Related.Contains(reference.Id)) is { } known)
        {
            return known;
        }

        var words = session.Words;
        Criterion criterion = new()
        {
            Id = IdOf<Criterion>(draft, reference.Id),
            Number = session.Dossier.Criteria.Select(other => other.Number).DefaultIfEmpty().Max() + 1,
            Name = words.Set(reference.Name(words.Language)),
            Definition = words.Set(reference.Definition(words.Language)),
            Origin = Origin.Catalogue,
            Related = [reference.Id],
            Author = session.Person,
            Since = session.Now,
        };
        session.Write(criterion, "criterion.create");
        return criterion;
    }

    private static Indicator Adopted(Session session, Draft draft, ReferenceIndicator reference, Criterion criterion)
    {
        var words = session.Words;
        return new()
        {
            Id = IdOf<Indicator>(draft, reference.Id),
            Number = session.Dossier.Indicators.Select(other => other.Number).DefaultIfEmpty().Max() + 1,
            Criterion = criterion.Id,
            Name = words.Set(reference.Name(words.Language)),
            Unit = reference.Kind is Kind.Count or Kind.Duration ? words.Set(reference.Unit(words.Language)) : "",
            Kind = reference.Kind,
            Direction = reference.Direction,
            Frequency = reference.Frequency,
            Aggregation = reference.Aggregation,
            Level = reference.Level,
            Sensitive = reference.Sensitive,
            Catalogue = reference.Id,
            Author = session.Person,
            Since = session.Now,
        };
    }

    /// <summary>The name, how often, and what a year says: who ticks it has chosen that too.</summary>
    private static string Line(Session session, ReferenceIndicator indicator)
    {
        var words = session.Words;
        var (name, rhythm) = (words.Set(indicator.Name(words.Language)), words.Frequency(indicator.Frequency));
        return indicator is { Frequency: not Frequency.Yearly, Kind: not Kind.Text }
            ? words.Say("starter.line", name, rhythm, words["aggregation.short." + indicator.Aggregation])
            : words.Say("indicator.choice", name, rhythm);
    }

    private static ReferenceCriterion CriterionOf(ReferenceIndicator indicator) => ReferenceCatalogue.Instance.CriterionOf(indicator.Id)!;

    /// <summary>The same for the same draft, so that finishing twice writes the same things.</summary>
    private static Id<T> IdOf<T>(Draft draft, string code) =>
        Domain.Id<T>.Parse(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{draft.Id}|{code}")).AsSpan(0, 8)));
}
