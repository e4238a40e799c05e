using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Tests;

/// <summary>One good example of each thing; a test changes what it is about with <c>with</c>.</summary>
internal static class An
{
    public static readonly DateTimeOffset Evening = new(2026, 11, 23, 18, 30, 0, TimeSpan.Zero);

    public static readonly Person Coordinator = new("local|coordinator");

    public static readonly Association Association = new() { Id = Id<Association>.Parse("potager"), Name = "Le Potager des Voisins", Since = Evening };

    public static readonly Purpose Purpose = new() { Id = Id<Purpose>.Parse("p1"), Text = new("chacun ait sa place dans le quartier.", Coordinator, Evening) };

    public static readonly Objective Objective = new() { Id = Id<Objective>.Parse("o1"), Number = 1, Name = "Associer les habitants aux choix du jardin", Author = Coordinator, Since = Evening };

    public static readonly SocialAction Action = new() { Id = Id<SocialAction>.Parse("a1"), Name = "Repas partagés", Author = Coordinator, Since = Evening };

    public static readonly Criterion Criterion = new() { Id = Id<Criterion>.Parse("c1"), Number = 1, Name = "On n’est plus seul", Origin = Origin.Association, Author = Coordinator, Since = Evening };

    public static readonly Indicator Indicator = new()
    {
        Id = Id<Indicator>.Parse("i1"),
        Number = 1,
        Criterion = Criterion.Id,
        Name = "Repas servis",
        Unit = "repas",
        Kind = Kind.Count,
        Frequency = Frequency.Quarterly,
        Aggregation = Aggregation.Sum,
        Author = Coordinator,
        Since = Evening,
    };

    public static Period Period(string text) => SocialUtility.Domain.Measurements.Period.TryParse(text, out var period) ? period : throw new FormatException(text);

    public static Measurement Measurement(string period, Reading reading) =>
        new() { Indicator = Indicator.Id, Period = Period(period), Reading = reading, By = Coordinator, At = Evening };

    public static Measurement Measurement(string period, decimal amount, Certainty certainty = Certainty.Counted) => Measurement(period, new Reading.Figure(amount, certainty));
}
