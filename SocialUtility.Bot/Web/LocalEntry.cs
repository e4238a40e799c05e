namespace SocialUtility.Bot.Web;

/// <summary>On one's own machine one says who one is, and is let in.</summary>
internal static class LocalEntry
{
    public const string PersonPrefix = "local:";

    public static async Task<IResult> EnterAsync(HttpContext http, WebPasses passes)
    {
        if (!LocalRun.IsFromHere(http.Request))
        {
            return Refusal.NotLocal;
        }

        var (sent, refusal) = await DirectLine.ReadAsync(http, mayBeEmpty: false);
        if (sent is null)
        {
            return refusal!;
        }

        var words = HeardActivity.Text(sent, "lang") is "en" ? PageWords.English : PageWords.French;
        if (words.Personas.FirstOrDefault(persona => persona.Key == HeardActivity.Text(sent, "persona")) is not { } persona)
        {
            return Refusal.Bad($"persona is one of {string.Join(", ", words.Personas.Select(one => one.Key))}");
        }

        var person = PersonPrefix + persona.Key;
        return Results.Json(new { token = await passes.IssueAsync(person, persona.Name, http.RequestAborted), person, name = persona.Name });
    }
}
