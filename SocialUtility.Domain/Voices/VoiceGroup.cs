namespace SocialUtility.Domain.Voices;

/// <summary>
/// Voices read together, by kind of stakeholder. For whom does not coordinate, kinds of fewer than five people are put
/// together, so that the kind does not give the person (domain.md 7.3, G9 and G10).
/// </summary>
public sealed record VoiceGroup(IReadOnlyList<Stakeholder> Kinds, IReadOnlyList<Voice> Voices)
{
    /// <summary>From so many people on, a kind is named.</summary>
    public const int Enough = 5;

    /// <summary>Each kind by itself.</summary>
    public static IReadOnlyList<VoiceGroup> Each(IEnumerable<Voice> voices) =>
    [
        .. voices.Where(voice => !voice.Withdrawn).GroupBy(voice => voice.Kind).OrderBy(group => group.Key)
            .Select(group => new VoiceGroup([group.Key], InOrder(group))),
    ];

    /// <summary>
    /// No group of fewer than five people, and none whose kind could be told by what the others leave: a single small kind
    /// takes the smallest large one with it. Empty while there are fewer than five people in all.
    /// </summary>
    public static IReadOnlyList<VoiceGroup> Covered(IEnumerable<Voice> voices)
    {
        var each = Each(voices);
        var small = each.Where(group => VoiceBook.SpeakersOf(group.Voices) < Enough).ToList();
        var large = each.Except(small).OrderBy(group => VoiceBook.SpeakersOf(group.Voices)).ToList();
        while (small.Count > 0 && large.Count > 0 && (small.Count == 1 || VoiceBook.SpeakersOf(small.SelectMany(group => group.Voices)) < Enough))
        {
            small.Add(large[0]);
            large.RemoveAt(0);
        }

        if (small.Count == 0)
        {
            return each;
        }

        VoiceGroup together = new([.. small.SelectMany(group => group.Kinds).Order()], InOrder(small.SelectMany(group => group.Voices)));
        return VoiceBook.SpeakersOf(together.Voices) < Enough || small.Count == 1 ? [] : [.. each.Where(large.Contains), together];
    }

    /// <summary>By question and then by an order that nobody chose: what one person said does not stand together.</summary>
    private static IReadOnlyList<Voice> InOrder(IEnumerable<Voice> voices) =>
        [.. voices.OrderBy(voice => VoiceQuestions.All.Select(question => question.Id).ToList().IndexOf(voice.Question)).ThenBy(voice => voice.Id)];
}
