using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Guides;

/// <summary>What became of an answer.</summary>
public abstract record Understood
{
    private Understood()
    {
    }

    public sealed record Accepted(Answer Answer) : Understood;

    /// <summary>A slip: says what would work; nothing is lost.</summary>
    public sealed record Refused(string Why) : Understood;

    /// <summary>Possible, but asked about once: « oui » accepts it.</summary>
    public sealed record Doubtful(string Question, Answer Answer) : Understood;

    /// <summary>It holds what looks personal: nothing is kept before the person has decided (domain.md 7.3, G8).</summary>
    public sealed record Personal(IReadOnlyList<Trace> Seen, Answer Answer) : Understood;
}

/// <summary>One choice: what is kept, what is read, and the number it is called by where it has one of its own (objective 3).</summary>
public sealed record Choice(string Value, string Title, int? Number = null);

/// <summary>
/// One question of a guide; asking and understanding lie side by side. It is made for one turn, in the person's language,
/// by the guide that knows the draft.
/// </summary>
public abstract record Question(string Id)
{
    /// <summary>The input's name in the card.</summary>
    public const string Field = "reponse";

    /// <summary>The input for own words beside a choice.</summary>
    public const string OwnWords = "autre";

    /// <summary>What it asks.</summary>
    public required string Ask { get; init; }

    /// <summary>One line that helps to answer.</summary>
    public string? Hint { get; init; }

    /// <summary>What another association answered: said on « ? », never before.</summary>
    public string? Example { get; init; }

    /// <summary>Who will read the answer: said before it is given.</summary>
    public required string Readers { get; init; }

    /// <summary>A card of its own instead of the usual one.</summary>
    public Func<AdaptiveCard>? Card { get; init; }

    /// <summary>« Je ne sais pas » and « passer » are answers, but where nothing could be made without one.</summary>
    public bool MayStayOpen { get; init; } = true;

    /// <summary>Reads what was typed, or the field of the card: the same rules.</summary>
    public abstract Understood Understand(Session session, string text);

    /// <summary>Reads a card's fields.</summary>
    public virtual Understood Understand(Session session, Submission submission) => Understand(session, submission[Field]);

    /// <summary>
    /// The same answer once the person has decided about what looks personal in their own words; null where nothing of it is left.
    /// </summary>
    /// <param name="answer">As it was given.</param>
    /// <param name="left">What stays of own words; null for nothing.</param>
    public abstract Understood? Decided(Answer answer, Func<string, string?> left);
}

/// <summary>An answer in the person's words.</summary>
public sealed record OpenQuestion(string Id, int Longest = Texts.LongText) : Question(Id)
{
    public string? Placeholder { get; init; }

    public bool OnOneLine => Longest <= Texts.Title;

    /// <summary>An address or a number is what is asked for: the guard of free texts does not look.</summary>
    public bool MayBePersonal { get; init; }

    /// <summary>Looks at the words once they are fit to keep; the words themselves stay.</summary>
    public Func<string, Understood?> Check { get; init; } = _ => null;

    public override Understood Understand(Session session, string text)
    {
        var kept = OnOneLine ? text.OnOneLine() : text.Kept();
        return kept switch
        {
            null => new Understood.Refused(session.Words["slip.empty"]),
            { Length: var length } when length > Longest => new Understood.Refused(session.Words.Say("slip.too-long", Longest, length)),
            _ when !MayBePersonal && PersonalTraces.In(kept) is { Count: > 0 } seen => new Understood.Personal(seen, Answer.Said(kept)),
            _ => Looked(kept),
        };
    }

    public override Understood? Decided(Answer answer, Func<string, string?> left) => left(answer.Text) is { } kept ? Looked(kept) : null;

    private Understood Looked(string kept) => Check(kept) ?? new Understood.Accepted(Answer.Said(kept));
}

/// <summary>One or several of a few; typed by number, by words, or tapped.</summary>
public sealed record ChoiceQuestion(string Id) : Question(Id)
{
    public required IReadOnlyList<Choice> Choices { get; init; }

    public bool Several { get; init; }

    /// <summary>Looks at what was chosen together; a reason where it cannot be.</summary>
    public Func<IReadOnlyList<string>, string?> Check { get; init; } = _ => null;

    /// <summary>Asks « parce que… » beside the choice.</summary>
    public bool AsksWhy { get; init; }

    /// <summary>Own words are an answer too: typed instead of a choice, or in a field of their own on the card.</summary>
    public bool OrOwnWords { get; init; }

    public override Understood Understand(Session session, string text)
    {
        var (answer, because) = AsksWhy ? WithReason(text) : (text, null);
        var chosen = ByNumbers(answer) ?? ByWords(answer);
        return chosen switch
        {
            { Count: > 0 } when Several || chosen.Count == 1 => Looked(Chosen(chosen, because)),
            _ when OrOwnWords && text.OnOneLine() is { Length: <= Texts.Title } own => Looked(Answer.Said(own)),
            _ when Choices is [var only] => new Understood.Refused(session.Words.Say("slip.one-choice", session.Words.Quoted(only.Title))),
            _ => new Understood.Refused(session.Words.Say(Several ? "slip.choices" : "slip.choice", NumberOf(Choices.Count - 1))),
        };
    }

    public override Understood Understand(Session session, Submission submission)
    {
        var values = submission.Choices(Field);
        var choices = Choices.Where(choice => values.Contains(choice.Value)).ToList();
        var because = submission["parce"].OnOneLine();
        var own = OrOwnWords ? submission[OwnWords].OnOneLine() : null;
        return choices.Count switch
        {
            _ when own?.Length > Texts.Title => new Understood.Refused(session.Words.Say("slip.too-long", Texts.Title, own.Length)),
            0 when own is not null => Looked(Answer.Said(own)),
            _ when own is not null && Several => Looked(Answer.Chosen(
                [.. choices.Select(choice => choice.Value), own], string.Join(", ", [.. choices.Select(choice => choice.Title), own]))),
            1 when own is not null => Looked(Chosen(choices, own)),
            0 => new Understood.Refused(session.Words["slip.no-choice"]),
            > 1 when !Several => new Understood.Refused(session.Words["slip.no-choice"]),
            _ when because?.Length > Texts.ShortText => new Understood.Refused(session.Words.Say("slip.too-long", Texts.ShortText, because.Length)),
            _ => Looked(Chosen(choices, because)),
        };
    }

    public override Understood? Decided(Answer answer, Func<string, string?> left)
    {
        if (answer.Choices is not { } chosen)
        {
            return left(answer.Text) is { } own ? new Understood.Accepted(Answer.Said(own)) : null;
        }

        List<string> kept = [.. chosen.Select(choice => TitleOf(choice) is null ? left(choice) : choice).OfType<string>()];
        return kept.Count > 0
            ? new Understood.Accepted(Answer.Chosen(kept, string.Join(", ", kept.Select(choice => TitleOf(choice) ?? choice)), answer.Because is { } because ? left(because) : null))
            : null;
    }

    /// <summary>The reason, and own words beside the choices, are free texts as well (domain.md 7.3, G8).</summary>
    private Understood Looked(Answer answer)
    {
        if (answer.Choices is { } together && Check(together) is { } why)
        {
            return new Understood.Refused(why);
        }

        var own = answer.Choices is { } chosen ? chosen.Where(choice => TitleOf(choice) is null).Append(answer.Because) : [answer.Text];
        return own.OfType<string>().SelectMany(PersonalTraces.In).Distinct().ToList() is { Count: > 0 } seen ? new Understood.Personal(seen, answer) : new Understood.Accepted(answer);
    }

    /// <summary>Null for own words.</summary>
    private string? TitleOf(string choice) => Choices.FirstOrDefault(one => one.Value == choice)?.Title;

    private static Answer Chosen(IReadOnlyList<Choice> chosen, string? because) =>
        Answer.Chosen([.. chosen.Select(choice => choice.Value)], string.Join(", ", chosen.Select(choice => choice.Title)), because);

    /// <summary>By what number a choice is typed: its own, else its place.</summary>
    public int NumberOf(int place) => Choices[place].Number ?? place + 1;

    /// <summary>« 1 et 3 », « objectif 2 », « 1, 3 », « O2 ».</summary>
    private List<Choice>? ByNumbers(string text)
    {
        var chosen = new List<Choice>();
        foreach (var part in text.Folded().Split((char[])[' ', ',', ';', '.', '+', '&', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(part is ['o' or 'f', .. var coded] && Choices[0].Number is not null ? coded : part, out var number))
            {
                if (Enumerable.Range(0, Choices.Count).Where(place => NumberOf(place) == number).ToList() is not [var place])
                {
                    return null;
                }

                chosen.Add(Choices[place]);
            }
            else if (part is not ("et" or "and" or "objectif" or "objectifs" or "objective" or "objectives" or "l'objectif" or "finalite" or "finalites" or "purpose" or "purposes" or "les" or "n°" or "no"))
            {
                return null;
            }
        }

        return chosen.Count > 0 ? [.. chosen.Distinct()] : null;
    }

    /// <summary>One of the choices stands in just these words.</summary>
    public bool Offers(string text) => Same(text.AsWord()).Any();

    private List<Choice>? ByWords(string text)
    {
        var words = text.AsWord();
        if (words.Length == 0)
        {
            return null;
        }

        var same = Same(words).ToList();
        return same.Count > 0 ? same
            : words.Length >= 3 && Choices.Where(choice => choice.Title.AsWord().Contains(words, StringComparison.Ordinal)).ToList() is { Count: 1 } one ? one
            : null;
    }

    private IEnumerable<Choice> Same(string words) => Choices.Where(choice => choice.Title.AsWord() == words || choice.Value.AsWord() == words);

    private static (string Answer, string? Because) WithReason(string text)
    {
        foreach (var because in (string[])["parce que", "parce qu'", "parce qu’", "because"])
        {
            var at = text.IndexOf(because, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
            {
                return (text[..at], text[(at + because.Length)..].OnOneLine());
            }
        }

        return (text, null);
    }
}

/// <summary>A figure, read as people type it.</summary>
public sealed record FigureQuestion(string Id) : Question(Id)
{
    /// <summary>Looks at the figure that was read; what was written after it comes along.</summary>
    public Func<decimal, string, Understood?> Check { get; init; } = (_, _) => null;

    public string? Placeholder { get; init; }

    /// <summary>Words that are an answer in the place of a figure: « à construire ». Each is a button of the card.</summary>
    public IReadOnlyList<Choice> InItsPlace { get; init; } = [];

    public override Understood Understand(Session session, string text) => FigureText.Read(text, session.Words.Language) switch
    {
        _ when InItsPlace.FirstOrDefault(choice => choice.Value == text || choice.Title.AsWord() == text.AsWord()) is { } words =>
            new Understood.Accepted(Answer.Chosen([words.Value], words.Title)),
        FigureRead.One one => Check(one.Amount, one.Rest) ?? Accepted(one.Amount),
        FigureRead.Either either => new Understood.Refused(session.Words.Say("slip.either", text.Trim(), session.Words.Figure(either.First), session.Words.Figure(either.Second, 3))),
        FigureRead.TooLong => new Understood.Refused(session.Words["slip.figure-too-long"]),
        _ => new Understood.Refused(session.Words["slip.no-figure"]),
    };

    /// <remarks>A figure is no free text.</remarks>
    public override Understood? Decided(Answer answer, Func<string, string?> left) => new Understood.Accepted(answer);

    public static Understood.Accepted Accepted(decimal amount) =>
        new(Answer.Said(amount.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
