namespace SocialUtility.Domain.Catalogue;

/// <summary>The short names of the 17 Sustainable Development Goals (ODD) of the United Nations, as they are read on their signs.</summary>
public static class SustainableGoals
{
    private static readonly Bilingual[] Names =
    [
        new("Pas de pauvreté", "No poverty"),
        new("Faim « zéro »", "Zero hunger"),
        new("Bonne santé et bien-être", "Good health and well-being"),
        new("Éducation de qualité", "Quality education"),
        new("Égalité entre les sexes", "Gender equality"),
        new("Eau propre et assainissement", "Clean water and sanitation"),
        new("Énergie propre et d'un coût abordable", "Affordable and clean energy"),
        new("Travail décent et croissance économique", "Decent work and economic growth"),
        new("Industrie, innovation et infrastructure", "Industry, innovation and infrastructure"),
        new("Inégalités réduites", "Reduced inequalities"),
        new("Villes et communautés durables", "Sustainable cities and communities"),
        new("Consommation et production responsables", "Responsible consumption and production"),
        new("Mesures relatives à la lutte contre les changements climatiques", "Climate action"),
        new("Vie aquatique", "Life below water"),
        new("Vie terrestre", "Life on land"),
        new("Paix, justice et institutions efficaces", "Peace, justice and strong institutions"),
        new("Partenariats pour la réalisation des objectifs", "Partnerships for the goals"),
    ];

    /// <param name="goal">1 to 17.</param>
    public static Bilingual Name(int goal) => Names[goal - 1];
}
