namespace SocialUtility.Bot.Web;

/// <summary>The words of the page around the chat, in one language.</summary>
internal sealed record PageWords
{
    public required string Lang { get; init; }

    /// <summary>The language that Web Chat speaks.</summary>
    public required string Locale { get; init; }

    public required string Title { get; init; }

    public required string Tagline { get; init; }

    public required string WhoAreYou { get; init; }

    public required string WhoAreYouHint { get; init; }

    public required IReadOnlyList<Persona> Personas { get; init; }

    public required string InvitationTitle { get; init; }

    public required string Invitation { get; init; }

    public required string MissingTitle { get; init; }

    public required string Missing { get; init; }

    public required string MissingThen { get; init; }

    public required string NoScript { get; init; }

    public required string GoOnAs { get; init; }

    public required string Forget { get; init; }

    public required string ForgetHint { get; init; }

    public required string YouAre { get; init; }

    public required string Change { get; init; }

    public required string Conversation { get; init; }

    public required string Placeholder { get; init; }

    public required string Over { get; init; }

    public required string NoEntry { get; init; }

    public required string OtherLanguage { get; init; }

    public static PageWords French { get; } = new()
    {
        Lang = "fr",
        Locale = "fr-FR",
        Title = "Utilité sociale",
        Tagline = "À quoi sert votre association, et comment le montrer\u00A0?",
        WhoAreYou = "Qui êtes-vous\u00A0?",
        WhoAreYouHint = "Sur cette machine, vous choisissez. Dans un autre onglet, vous pouvez être quelqu’un d’autre en même temps.",
        Personas =
        [
            new("coordinator", "Coordinatrice", "Vous animez la démarche\u00A0: les questions, les critères, les indicateurs, le rapport."),
            new("volunteer", "Bénévole", "Vous dites ce que vous voyez sur le terrain, et vous notez un chiffre en deux gestes."),
            new("partner", "Partenaire", "Vous représentez une collectivité\u00A0: vous lisez ce qui vous est ouvert et vous donnez votre appréciation."),
        ],
        InvitationTitle = "Sur invitation",
        Invitation = "Cette porte s’ouvre avec le lien d’invitation que votre association vous a envoyé. Si vous ne le trouvez plus, demandez-en un autre à la personne qui coordonne la démarche.",
        MissingTitle = "Il manque la fenêtre de conversation",
        Missing = "Le programme a été construit sans Web Chat, le composant qui montre la conversation. Pour le chercher, il faut Node.js et une connexion, puis cette commande\u00A0:",
        MissingThen = "Ensuite, relancez le programme et rechargez cette page.",
        NoScript = "La conversation a besoin de JavaScript. Activez-le dans votre navigateur, puis rechargez la page.",
        GoOnAs = "Continuer : {0}",
        Forget = "Oublier cette personne ici",
        ForgetHint = "Pour revenir, il faudra un nouveau lien de l’association.",
        YouAre = "Vous êtes\u00A0:",
        Change = "Changer de personne",
        Conversation = "Conversation avec Utilité sociale",
        Placeholder = "Votre message",
        Over = "Votre session est terminée. Rien n’est perdu\u00A0: entrez de nouveau pour continuer.",
        NoEntry = "L’entrée n’a pas répondu. Vérifiez que le programme tourne, puis réessayez.",
        OtherLanguage = "English",
    };

    public static PageWords English { get; } = new()
    {
        Lang = "en",
        Locale = "en-US",
        Title = "Utilité sociale",
        Tagline = "What is your association good for, and how can you show it?",
        WhoAreYou = "Who are you?",
        WhoAreYouHint = "On this machine, you choose. In another tab you can be somebody else at the same time.",
        Personas =
        [
            new("coordinator", "Coordinator", "You lead the work: questions, criteria, indicators, report."),
            new("volunteer", "Volunteer", "You say what you see on the ground, and note a figure in two taps."),
            new("partner", "Partner", "You represent a local authority: you read what is open to you and give your appreciation."),
        ],
        InvitationTitle = "By invitation",
        Invitation = "This door opens with the invitation link that your association sent you. If you cannot find it, ask the person who coordinates the work for another one.",
        MissingTitle = "The chat window is missing",
        Missing = "The program was built without Web Chat, the part that shows the conversation. To fetch it, Node.js and a connection are needed, then this command:",
        MissingThen = "Then start the program again and reload this page.",
        NoScript = "The conversation needs JavaScript. Turn it on in your browser, then reload the page.",
        GoOnAs = "Go on as {0}",
        Forget = "Forget this person here",
        ForgetHint = "To come back, you will need a new link from the association.",
        YouAre = "You are:",
        Change = "Change person",
        Conversation = "Conversation with Utilité sociale",
        Placeholder = "Your message",
        Over = "Your session is over. Nothing is lost: come in again to go on.",
        NoEntry = "The entrance did not answer. Check that the program is running, then try again.",
        OtherLanguage = "Français",
    };

    public PageWords Other => this == French ? English : French;

    /// <summary>What the address asks for, else what the browser prefers, else French.</summary>
    public static PageWords For(HttpRequest request) => (request.Query["lang"].ToString() is { Length: > 0 } asked ? Named(asked) : null)
        ?? request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Named(language.Value.ToString()))
            .FirstOrDefault(words => words is not null)
        ?? French;

    private static PageWords? Named(string language) => language.Split('-')[0].ToUpperInvariant() switch
    {
        "FR" => French,
        "EN" => English,
        _ => null,
    };

    /// <summary>Somebody one may be on one's own machine.</summary>
    public sealed record Persona(string Key, string Name, string Says);
}
