namespace Microsoft.Bot.Builder;

/// <summary>A bot: it answers one turn after the other.</summary>
public interface IBot
{
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
