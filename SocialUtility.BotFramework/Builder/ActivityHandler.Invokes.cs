using System.Net;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

public partial class ActivityHandler
{
    private const string CardError = "application/vnd.microsoft.error";

    /// <summary>The answer to an invoke; one that nobody handles is answered with 501.</summary>
    protected virtual async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            switch (turnContext.Activity.Name)
            {
                case "adaptiveCard/action":
                    return CreateInvokeResponse(await OnAdaptiveCardInvokeAsync(turnContext, ReadCardAction(turnContext.Activity.Value), cancellationToken));
                case "application/search":
                    return CreateInvokeResponse(await OnSearchInvokeAsync(turnContext, ReadSearch(turnContext.Activity), cancellationToken));
                case SignInConstants.VerifyStateOperationName or SignInConstants.TokenExchangeOperationName:
                    await OnSignInInvokeAsync(turnContext, cancellationToken);
                    return CreateInvokeResponse();
                default:
                    throw new InvokeResponseException(HttpStatusCode.NotImplemented);
            }
        }
        catch (InvokeResponseException answer)
        {
            return answer.CreateInvokeResponse();
        }
    }

    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task<SearchInvokeResponse> OnSearchInvokeAsync(ITurnContext<IInvokeActivity> turnContext, SearchInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected virtual Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected static InvokeResponse CreateInvokeResponse(object? body = null) => new() { Status = (int)HttpStatusCode.OK, Body = body };

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var answer = await OnInvokeActivityAsync(As<IInvokeActivity>(turnContext), cancellationToken);

        // The bot may have answered already, by sending the answer as an activity.
        if (answer is not null && turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) is null)
        {
            await turnContext.SendActivityAsync(new Activity { Type = ActivityTypesEx.InvokeResponse, Value = answer }, cancellationToken);
        }
    }

    private static AdaptiveCardInvokeValue ReadCardAction(object? value) => Read<AdaptiveCardInvokeValue>(value) switch
    {
        null => throw Refused("BadRequest", "Missing value property"),
        { Action: null } => throw Refused("BadRequest", "Missing action property"),
        { Action.Type: not "Action.Execute" } other => throw Refused("NotSupported", $"The action '{other.Action.Type}' is not supported."),
        var execute => execute,
    };

    private static SearchInvokeValue ReadSearch(IInvokeActivity activity)
    {
        var search = Read<SearchInvokeValue>(activity.Value) ?? throw Refused("BadRequest", "Missing value property");
        if (string.IsNullOrEmpty(search.Kind))
        {
            // Teams leaves the kind out; it is the plain search then.
            search.Kind = activity.ChannelId == "msteams" ? "search" : throw Refused("BadRequest", "Missing kind property");
        }

        return string.IsNullOrEmpty(search.QueryText) ? throw Refused("BadRequest", "Missing queryText property") : search;
    }

    private static T? Read<T>(object? value)
    {
        try
        {
            return BotJson.As<T>(value);
        }
        catch (System.Text.Json.JsonException)
        {
            throw Refused("BadRequest", "Value property is not properly formed");
        }
    }

    private static InvokeResponseException Refused(string code, string message) => new(
        HttpStatusCode.BadRequest,
        new AdaptiveCardInvokeResponse { StatusCode = (int)HttpStatusCode.BadRequest, Type = CardError, Value = new Error(code, message) });

    /// <summary>Ends an invoke with another status than 200.</summary>
    protected class InvokeResponseException : Exception
    {
        private readonly HttpStatusCode statusCode = HttpStatusCode.InternalServerError;
        private readonly object? body;

        public InvokeResponseException()
        {
        }

        public InvokeResponseException(string? message)
            : base(message)
        {
        }

        public InvokeResponseException(string? message, Exception? innerException)
            : base(message, innerException)
        {
        }

        public InvokeResponseException(HttpStatusCode statusCode, object? body = null) => (this.statusCode, this.body) = (statusCode, body);

        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)statusCode, Body = body };
    }
}
