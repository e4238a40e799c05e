using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Bot.Conversation;

/// <summary>One indicator with all that stands beside it on its card.</summary>
public sealed record IndicatorSheet
{
    public required Indicator Indicator { get; init; }

    public Criterion? Criterion { get; init; }

    /// <summary>Who gives the figure, as read; null while nobody is named.</summary>
    public string? Keeper { get; init; }

    public string? Deputy { get; init; }

    /// <summary>What the partners said, with the name of who said it; null for somebody who has left.</summary>
    public IReadOnlyList<(string? Partner, Recognition Recognition)> Recognitions { get; init; } = [];

    public static async ValueTask<IndicatorSheet> OfAsync(Session session, Indicator indicator, CancellationToken cancellation)
    {
        List<(string?, Recognition)> recognitions = [];
        foreach (var recognition in indicator.OpenToPartners ? await session.Recognitions.OfAsync(indicator.Id, cancellation) : [])
        {
            recognitions.Add((await session.NameOfAsync(recognition.By, cancellation), recognition));
        }

        return new()
        {
            Indicator = indicator,
            Criterion = session.Dossier.Find(indicator.Criterion),
            Keeper = await NameOfAsync(session, indicator.Keeper, cancellation),
            Deputy = await NameOfAsync(session, indicator.Deputy, cancellation),
            Recognitions = recognitions,
        };
    }

    /// <summary>The member's name as it is now, or the words; somebody who has left is said to have left.</summary>
    private static async ValueTask<string?> NameOfAsync(Session session, Keeper? keeper, CancellationToken cancellation) => keeper switch
    {
        null => null,
        { Person: { } person } => await session.NameOfAsync(person, cancellation) ?? session.Words["keeper.left"],
        _ => keeper.Words,
    };
}
