namespace SocialUtility.Domain.QuickLines;

/// <summary>
/// Words of a quick line that speak of one person: first names, « Mme », and what somebody is ill with. It is asked only of words
/// that no indicator explains: « personnes en situation de handicap » may be what an association counts.
/// </summary>
internal static class PersonWords
{
    private static readonly HashSet<string> Titles = Words("mme mmes mlle mlles mr mrs ms monsieur messieurs madame mesdames mademoiselle");

    /// <summary>The usual first names of both countries; none that is a usual word besides: « rose », « pierre », « olive », « may ».</summary>
    private static readonly HashSet<string> First = Words(
        """
        abdel abdou adam adele adrien agathe agnes ahmed aicha alain alexandra alexandre alexis alice alicia aline amadou amelie amina aminata amine anais andre andrea angelique anna anne annie
        antoine arnaud arthur aurelie aurelien awa axel aya baptiste bastien beatrice benjamin benoit bernadette bernard bertrand brigitte bruno camille carine carole caroline catherine cecile cedric
        celine chantal charles charlotte chloe christelle christian christiane christine christophe claude clement clemence corinne coralie cyril damien daniel danielle david delphine denis denise
        didier djamila dominique edouard elena eleonore eliane elisa elisabeth elise elodie emile emilie emma emmanuel emmanuelle enzo eric estelle ethan etienne eva evelyne fabien fabienne fabrice
        fanny farid fatima fatou fatoumata florence florent florian francis francois francoise frederic gabriel gabrielle genevieve geoffrey georges gerald gerard ghislaine gilbert gilles guillaume
        gwenaelle hamid hamza hassan helene henri herve hugo ibrahim ines isabelle ismael jacqueline jacques james jean jeanne jeannine jennifer jeremy jerome jessica joel john jonathan jordan joseph
        josette julia julie julien juliette justine kamel karim karima karine katia kevin khadija laetitia latifa laura laurence laurent lea leila leo leon lina lionel lisa louise lucas lucie lucien
        ludovic lydie madeleine magali malika mamadou manon manuel marc marcel margaux margot marguerite maria mariam marianne marie marine marion marjorie martine maryse mathieu mathilde matthieu maurice
        maxime melanie melissa michael michel michele michelle mickael mireille mohamed mohammed monique mounir moussa muriel myriam nabil nadege nadia nadine naima nathalie nathan nicolas nicole nina
        noemie nora odile olivier oumar pascal pascale patrice patricia patrick paul paulette pauline philippe pierrette rachel rachid raphael raymond rene renee richard robert roger roland romain
        sabine sabrina said salima samir samira samuel sandra sandrine sarah sebastien serge severine simon simone slimane sofia solange sophie souad stephane stephanie suzanne sylvain sylvie tarek
        theo theresa therese thierry thomas tiffany valentin valerie vanessa veronique vincent virginie viviane xavier yacine yann yannick yasmina yasmine youssef yves yvette yvonne zineb zoe
        oliver harry jack george william emily mary susan margaret elizabeth peter andrew stephen kate lucy hannah ryan
        """);

    private static readonly HashSet<string> Illnesses =
    [
        .. Words(
            """
            cancer cancers tumeur leucemie diabete diabetique diabetiques epilepsie epileptique epileptiques alzheimer parkinson sclerose vih sida seropositif seropositive seropositifs hepatite tuberculose
            covid avc infarctus asthme asthmatique asthmatiques depression depressif depressive depressifs depressives burnout schizophrene schizophrenes schizophrenie bipolaire bipolaires psychotique psychotiques psychose
            anorexie anorexique boulimie suicide suicidaire suicidaires autiste autistes autisme trisomie trisomique trisomiques alcoolique alcooliques alcoolisme toxicomane toxicomanes toxicomanie addict addicts drogue
            hospitalise hospitalisee hospitalises hospitalisees hospitalisation malade malades maladie maladies enceinte enceintes grossesse avortement fausse-couche invalide invalides handicape handicapee handicapes handicapees handicap
            blesse blessee blesses blessees aveugle sourd sourde paraplegique demence dement dialyse chimio chimiotherapie traitement antidepresseur antidepresseurs psychiatrie psychiatrique
            injured tumour tumor leukaemia diabetes diabetic diabetics epileptic hiv aids hepatitis stroke depressed schizophrenic bipolar autistic autism alcoholic alcoholics addicted suicidal pregnant pregnancy abortion disabled
            sick ill illness dementia chemotherapy psychiatric hospitalised hospitalized
            """)
            .Select(WordStem.Of),
    ];

    public static bool IsTitle(string folded) => Titles.Contains(folded);

    public static bool IsFirstName(string folded) => First.Contains(folded);

    public static bool IsIllness(string stem) => Illnesses.Contains(stem);

    private static HashSet<string> Words(string text) => [.. text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];
}
