using System.Globalization;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Steps;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Bot.Guides;

/// <summary>The questions of « Se lancer » and « Cadrer » (steps e0 and e1 of the method): their form, their choices, how an answer reads.</summary>
public static class StepQuestions
{
    /// <summary>Which association this is: asked once, so that examples come from one like theirs.</summary>
    public const string Type = "association.type";

    public const string Why = "e0-decider.pourquoi";
    public const string Motive = "e0-decider.enjeu";

    /// <summary>Asked only where the main reason is the funder's.</summary>
    public const string OwnReason = "e0-decider.raison";
    public const string Worries = "e0-decider.craintes";
    public const string Agreed = "e0-decider.accord";
    public const string Concerned = "e1-cadrer.parties";
    public const string Unheard = "e1-cadrer.oublies";

    /// <summary>The value of « rendre des comptes ».</summary>
    public const string Accounting = "accounting";

    private const string Date = "yyyy-MM-dd";

    private static readonly Dictionary<string, (string[] Values, bool Several, bool Own)> Choices = new()
    {
        [Type] = ([.. Enum.GetNames<AssociationType>(), "other"], false, false),
        [Motive] = (["improving", "mobilising", Accounting, "advocating"], false, false),
        ["e0-decider.temps"] = (["hour", "half-day", "day", "more"], false, false),
        ["e0-decider.aide"] = (["yes", "no"], false, true),
        ["e1-cadrer.perimetre"] = (["whole", "area", "action"], false, true),
        ["e1-cadrer.pour-qui"] = (["members", "participants", "residents", "municipality", "departement", "region", "state", "press"], true, true),
        ["e1-cadrer.periode"] = (["year", "school-year", "agreement"], false, true),
        [Concerned] = (Enum.GetNames<Stakeholder>(), true, true),
        ["e1-cadrer.partenaires-quand"] = (["start", "criteria", "results"], false, false),
        ["e1-cadrer.existant"] = (["report", "tables", "photos", "surveys", "sheets", "nothing"], true, true),
        ["e1-cadrer.regles"] = (["everybody", "team", "board", "partners"], false, false),
    };

    /// <summary>To whom it is put.</summary>
    public static string AudienceOf(string id) => id switch
    {
        Type => Audience.Coordination,
        OwnReason => Audience.Board,
        _ => MethodQuestions.Instance[id].Audience,
    };

    public static bool IsEachOnes(string id) => Audience.IsEachOnes(AudienceOf(id));

    public static Question Of(Session session, string id)
    {
        if (Choices.TryGetValue(id, out var form))
        {
            return Method.Choose(session, id, [.. form.Values.Select(value => new Choice(value, Title(session, id, value)))]) with { Several = form.Several, OrOwnWords = form.Own };
        }

        return id switch
        {
            Agreed => Method.Open(session, id, 60, check: text => Agreement(session, text)),
            "e1-cadrer.question" => Method.Open(session, id, Texts.ShortText, check: text => text.TrimEnd().EndsWith('?')
                ? null
                : new Understood.Doubtful(session.Words.Say("framing.question.mark", session.Words.Quoted(text)), Answer.Said(text))),
            Why => Method.Open(session, id, Texts.LongText / 2),
            _ => Method.Open(session, id, Texts.ShortText),
        };
    }

    /// <summary>An answer as the person reads it, whatever the language it was chosen in.</summary>
    public static string Said(Session session, MethodAnswer answer) => answer switch
    {
        { Question: Agreed, Choices: [var day] } => session.Words.Day(DateOnly.ParseExact(day, Date, CultureInfo.InvariantCulture)),
        { Choices: [] } => answer.Text,
        { Choices: var choices } => session.Words.List([.. choices.Select(choice => Title(session, answer.Question, choice))]),
    };

    /// <summary>The answer that is kept of what was said.</summary>
    public static MethodAnswer Kept(Session session, string id, Answer answer, Id<MethodAnswer>? each) => new()
    {
        Question = id,
        Id = each,
        Text = answer.Text,
        // Own words beside a choice, or in its place.
        Choices = answer.Choices is { } chosen ? [.. chosen, .. answer.Because is { } own ? (string[])[own] : []] : Choices.ContainsKey(id) ? [answer.Text] : [],
        By = session.Person,
        At = session.Now,
    };

    /// <summary>A kept answer, to be changed.</summary>
    public static Answer ToChange(Session session, MethodAnswer answer) => new(Answered.Said, Said(session, answer), answer.Choices.Count > 0 ? answer.Choices : null);

    /// <summary>The day on which the board agreed to start; null while it has not.</summary>
    public static DateOnly? AgreedOn(Dossier file) =>
        file.Answers.GetValueOrDefault(Agreed) is { Choices: [var day] } ? DateOnly.ParseExact(day, Date, CultureInfo.InvariantCulture) : null;

    private static string Title(Session session, string id, string value)
    {
        if (id == Concerned && Enum.TryParse<Stakeholder>(value, out var kind))
        {
            return session.Words["voice.kind." + kind];
        }

        return session.Words.Has($"choice.{id}.{value}") ? session.Words[$"choice.{id}.{value}"] : value;
    }

    /// <summary>A day that has come: a board does not decide in the future.</summary>
    private static Understood Agreement(Session session, string text)
    {
        var words = session.Words;
        DateOnly? day = text.AsWord() switch
        {
            "aujourd'hui" or "today" => session.Today,
            "hier" or "yesterday" => session.Today.AddDays(-1),
            _ => DayText.Read(text, words.Language),
        };
        return day switch
        {
            null => new Understood.Refused(words["launch.day"]),
            { } future when future > session.Today => new Understood.Refused(words.Say("launch.day.future", words.Day(future))),
            { } decided => new Understood.Accepted(new(Answered.Said, words.Day(decided), [decided.ToString(Date, CultureInfo.InvariantCulture)])),
        };
    }
}
