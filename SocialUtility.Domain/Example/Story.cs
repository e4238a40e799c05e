using System.Security.Cryptography;
using System.Text;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Example;

/// <summary>The example, told from its first day to the present one.</summary>
internal sealed partial class Story
{
    private readonly Id<Association> id;
    private readonly Person by;
    private readonly DateTimeOffset now;
    private readonly DateOnly today;
    private readonly int year;
    private readonly List<Change> rows = [];
    private readonly List<Change> journal = [];
    private readonly Association association;

    public Story(Id<Association> id, Person by, DateTimeOffset now)
    {
        (this.id, this.by, this.now) = (id, by, now);
        association = new() { Id = id, Name = WorkedExample.Name, Type = AssociationType.Solidarity, Volunteers = 38, Jobs = 1.4m, IsExample = true, Since = now };
        today = association.Today(now);
        year = WorkedExample.YearOn(today);
    }

    public IReadOnlyList<Change> Tell()
    {
        var founded = At(1, 8);
        Keep(association with { Since = founded }, "association.create", founded);
        TellProject();
        return [.. rows, .. journal];
    }

    private void TellProject()
    {
        var said = At(1, 15);
        Keep(
            new ProjectStatement
            {
                Origin = new("En voyant des légumes partir à la benne alors que des voisins mangeaient mal.", by, said),
                Need = new("Des gens vivent seuls, et certains n’osent pas dire qu’ils mangent mal.", by, said),
                Values = new("Accueil, partage, simplicité.", by, said),
                Difference = new("Ici on cultive et on mange ensemble, personne n’est d’un côté du guichet.", by, said),
                Heard = ["bénévoles", "salariée", "participants", "voisins", "commune"],
                NotHeard = ["jeunes"],
                Debates = ["Qui décide de l’avenir du jardin\u00A0?"],
            },
            "statement.write",
            said);

        var purpose = new Purpose
        {
            Id = IdOf<Purpose>("place"),
            Text = new("chacun, quels que soient son âge et ses moyens, ait sa place dans le quartier et mange bien.", by, said),
        };
        Keep(purpose, "purpose.write", said);

        Objective Confirmed(int number, string name, string forWhom, string howMany, string byWhen) => new()
        {
            Id = IdOf<Objective>($"objective-{number}"),
            Number = number,
            Name = name,
            ForWhom = forWhom,
            HowMany = howMany,
            ByWhen = byWhen,
            Purposes = [purpose.Id],
            Author = by,
            Adopter = by,
            AdoptedAt = At(1, 22, number),
            Since = At(1, 22, number),
        };

        var isolated = Confirmed(
            1,
            $"Permettre à 60 habitants isolés de participer chaque mois à une activité, d’ici décembre {year + 1}",
            "habitants isolés du quartier",
            "60 personnes par mois",
            $"décembre {year + 1}");
        var saved = Confirmed(2, "Sauver du gaspillage 4 tonnes de denrées par an", "habitants du quartier", "4 tonnes", "chaque année");
        var choices = Confirmed(3, "Associer les habitants aux choix du jardin", "habitants du quartier", "80 participations", "chaque année");
        foreach (var objective in (Objective[])[isolated, saved, choices])
        {
            Keep(objective, "objective.confirm", objective.Since);
        }

        Act(1, "Ateliers jardin du mercredi", new Link(isolated.Id, "on s’y parle en travaillant"), new Link(choices.Id, "on s’y parle en travaillant"));
        Act(2, "Glanage et distribution", new Link(saved.Id, null));
        Act(3, "Repas partagés", new Link(isolated.Id, "on mange rarement seul ce jour-là"));
        Act(4, "Journal du quartier");
        TellCriteria(isolated, saved, choices);
    }

    /// <summary>An action without a link was asked about once: « je ne sais pas ».</summary>
    private void Act(int number, string name, params Link[] links)
    {
        var action = new SocialAction
        {
            Id = IdOf<SocialAction>($"action-{number}"),
            Number = number,
            Name = name,
            Links = links,
            AskedOnce = links.Length == 0,
            Author = by,
            Adopter = by,
            AdoptedAt = At(1, 22, 10 + number),
            Since = At(1, 22, 10 + number),
        };
        Keep(action, "action.create", action.Since);
    }

    private void TellCriteria(Objective isolated, Objective saved, Objective choices)
    {
        Criterion Own(int number, string name, string definition, Objective objective, params string[] related) => new()
        {
            Id = IdOf<Criterion>($"criterion-{number}"),
            Number = number,
            Name = name,
            Definition = definition,
            Origin = Origin.Association,
            Related = related,
            Links = [new(objective.Id, null)],
            Author = by,
            Since = At(1, 29, number),
        };

        var alone = Own(1, "On n’est plus seul", "Des gens qui ne voyaient personne viennent, reviennent, et s’appellent entre eux.", isolated, "soc-isolement") with
        {
            Seen = "Je reviens pour les tomates, je reste pour les gens.",
        };
        var food = Own(2, "Manger bien sans se cacher", "De bons produits pour tous, sans avoir à se justifier.", saved, "env-alimentation", "soc-fragilite");
        var together = Own(3, "On décide ensemble", "Les habitants ont une vraie place dans les choix du jardin.", choices, "dem-participation");
        foreach (var criterion in (Criterion[])[alone, food, together])
        {
            Keep(criterion, "criterion.create", criterion.Since);
        }

        TellReadings(alone, food, together);
    }

    private void Keep(Entry entry, string what, DateTimeOffset at)
    {
        rows.Add(Change.Add(entry.Key, DomainJson.Write(entry)));
        Say(what, entry.Key, at);
    }

    private void Say(string what, string subject, DateTimeOffset at)
    {
        var line = new JournalLine { At = at, By = by, What = what, Subject = subject };
        journal.Add(Change.Add(line.Key, DomainJson.Write(line)));
    }

    private DateTimeOffset At(int month, int day, int minute = 0) => Past(new(year, month, day, 17, minute, 0, TimeSpan.Zero));

    private DateTimeOffset At(DateOnly day) => Past(new(day, new(17, 30), TimeSpan.Zero));

    /// <summary>Nothing was done later than now.</summary>
    private DateTimeOffset Past(DateTimeOffset at) => at <= now ? at : now;

    /// <summary>The same for the same association, and another in another.</summary>
    private Id<T> IdOf<T>(string name) => Id<T>.Parse(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}|{name}")).AsSpan(0, 8)));
}
