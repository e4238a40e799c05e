namespace Microsoft.Bot.Builder;

/// <summary>Something done before and after every turn, or instead of it.</summary>
public interface IMiddleware
{
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
