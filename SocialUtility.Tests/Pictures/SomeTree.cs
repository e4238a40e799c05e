using SocialUtility.Bot.Pictures;
using SocialUtility.Domain;

namespace SocialUtility.Tests.Pictures;

/// <summary>The worked example as the reference page tells it, and a large tree of invented data to try the drawing.</summary>
internal static class SomeTree
{
    public static readonly TreeData Potager = new()
    {
        Title = "Le Potager des Voisins — ce que nous voulons, ce que nous faisons, comment nous le savons",
        Subtitle = "Exercice 2026 · données du 31 décembre 2026",
        Language = Language.French,
        Purposes = [new("F1", "Nous agissons pour que chacun, quels que soient son âge et ses moyens, ait sa place dans le quartier et mange bien.", ["O1", "O2", "O3"])],
        Objectives =
        [
            new("O1", "Permettre à 60 habitants isolés de participer chaque mois à une activité, d’ici décembre 2027"),
            new("O2", "Sauver du gaspillage 4 tonnes de denrées par an"),
            new("O3", "Associer les habitants aux choix du jardin"),
        ],
        Actions =
        [
            new("A1", "Ateliers jardin du mercredi", "O1", "O3"),
            new("A2", "Glanage et distribution", "O2"),
            new("A3", "Repas partagés", "O1"),
            new("A4", "Journal du quartier") { Asked = true },
        ],
        Criteria =
        [
            new("C1", "«\u00A0On n’est plus seul\u00A0»", "O1"),
            new("C2", "«\u00A0Manger bien sans se cacher\u00A0»", "O2"),
            new("C3", "«\u00A0On décide ensemble\u00A0»", "O3"),
        ],
        Indicators =
        [
            new("Personnes isolées en contact régulier", "C1", "52 personnes", "départ 31 · cible 60 · compté"),
            new("Sentiment de solitude (1 à 5, à faire baisser)", "C1", "non relevé", "questionnaire reporté · départ 3,8 · cible 3,0", TreeState.NotMeasured),
            new("Parole de participant sur les liens créés", "C1", "«\u00A0Je reviens pour les tomates, je reste pour les gens.\u00A0»", "texte", TreeState.Words),
            new("Denrées sauvées du gaspillage", "C2", "4\u00A0310 kg", "départ 2\u00A0600 · cible 4\u00A0000 · estimé"),
            new("Participations d’habitants à une décision", "C3", "45 participations", "départ 0 · cible 80 · compté"),
        ],
    };

    public static readonly TreeData Large = new()
    {
        Title = "Arbre d’essai — cinq objectifs, trente actions (données inventées pour éprouver le dessin)",
        Subtitle = "Exercice 2026",
        Language = Language.French,
        Purposes =
        [
            new("F1", "Que chacun ait sa place dans le quartier et y mange bien.", ["O1", "O2", "O3"]),
            new("F2", "Que le quartier reste vivable pour ceux qui viendront.", ["O4", "O5"]),
        ],
        Objectives =
        [
            new("O1", "Rompre l’isolement de 80 habitants d’ici 2028"),
            new("O2", "Sauver 6 tonnes de denrées par an"),
            new("O3", "Faire décider les habitants du devenir des lieux"),
            new("O4", "Former 40 personnes aux gestes du jardin et de la cuisine d’ici 2027"),
            new("O5", "Rendre cinq rues plus fraîches et plus vertes d’ici 2028"),
        ],
        Actions =
        [
            new("A1", "Ateliers jardin du mercredi", "O1", "O3"),
            new("A2", "Repas partagés du premier dimanche", "O1"),
            new("A3", "Visites à domicile", "O1"),
            new("A4", "Appels du mardi", "O1"),
            new("A5", "Café des allées", "O1"),
            new("A6", "Sorties au verger", "O1", "O4"),
            new("A7", "Accueil des nouveaux arrivants", "O1"),
            new("A8", "Glanage chez les maraîchers", "O2"),
            new("A9", "Collecte des invendus du marché", "O2"),
            new("A10", "Distribution du vendredi", "O2", "O1"),
            new("A11", "Atelier conserves et bocaux", "O2", "O4"),
            new("A12", "Frigo partagé de la place", "O2"),
            new("A13", "Compostage collectif", "O2", "O5"),
            new("A14", "Assemblées de jardin", "O3", "O5"),
            new("A15", "Budget participatif des plantations", "O3"),
            new("A16", "Boîte à propositions", "O3"),
            new("A17", "Marche exploratoire dans le quartier", "O3", "O5"),
            new("A18", "Cours de taille et de greffe", "O4"),
            new("A19", "Cuisine de saison", "O4"),
            new("A20", "Formation de bénévoles relais", "O4"),
            new("A21", "Atelier semences paysannes", "O4"),
            new("A22", "Stages pour les écoles", "O4"),
            new("A23", "Tutorat entre jardiniers", "O4", "O1"),
            new("A24", "Plantation d’arbres d’ombrage", "O5"),
            new("A25", "Désimperméabilisation d’une cour", "O5"),
            new("A26", "Récupération d’eau de pluie", "O5"),
            new("A27", "Façades grimpantes", "O5"),
            new("A28", "Entretien des noues", "O5"),
            new("A29", "Inventaire des oiseaux et insectes", "O5", "O4"),
            new("A30", "Pépinière de quartier", "O5"),
            new("A31", "Journal du quartier") { Asked = true },
        ],
        Criteria =
        [
            new("C1", "On n’est plus seul", "O1"),
            new("C2", "On s’entraide entre voisins", "O1", "O4"),
            new("C3", "Bien manger sans se cacher", "O2", "O1"),
            new("C4", "On décide ensemble", "O3"),
            new("C5", "On apprend les uns des autres", "O4"),
            new("C6", "On prend confiance", "O4"),
            new("C7", "Le quartier respire", "O5"),
            new("C8", "La nature revient", "O5", "O4"),
        ],
        Indicators =
        [
            new("Personnes isolées en contact régulier", "C1", "64", "cible 80"),
            new("Sentiment de solitude (1 à 5)", "C1", "3,4", "cible 3,0"),
            new("Coups de main échangés", "C2", "212", "cible 200"),
            new("Denrées sauvées (kg)", "C3", "5\u00A0140", "cible 6\u00A0000"),
            new("Part de produits locaux", "C3", "non relevé", State: TreeState.NotMeasured),
            new("Participations à une décision", "C4", "0", "cible 120"),
            new("Propositions suivies d’effet", "C4", "38\u00A0%", "cible 50\u00A0%"),
            new("Personnes formées", "C5", "27", "cible 40"),
            new("Parole de participant", "C6", "«\u00A0Je n’aurais jamais osé.\u00A0»", "texte", TreeState.Words),
            new("Surface désimperméabilisée (m²)", "C7", "310", "cible 500"),
            new("Arbres vivants après deux étés", "C7", "non relevé", State: TreeState.NotMeasured),
            new("Espèces observées", "C8", "41", "sans cible"),
        ],
    };
}
