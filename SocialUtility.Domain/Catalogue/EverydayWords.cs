namespace SocialUtility.Domain.Catalogue;

/// <summary>
/// How people say it at home: « manger » where the catalogue writes « alimentation ». Only used to find what is close,
/// never shown.
/// </summary>
internal static class EverydayWords
{
    private static readonly Dictionary<string, Bilingual> ByCriterion = new()
    {
        ["eco-emploi"] = new("embauche embaucher poste salaire salarié contrat travail boulot", "hire hiring wage paid staff contract work"),
        ["eco-insertion"] = new("chômage chômeur retrouver travail boulot métier stage cv formation", "unemployed unemployment find work training career"),
        ["eco-ancrage"] = new("acheter commerce commerçant artisan producteur circuit court local", "buy shop shopkeeper craft producer local"),
        ["eco-leviers"] = new("dons donateur mécène cofinancement argent budget ressource", "donation donor sponsor money budget raise"),
        ["eco-couts-evites"] = new("économie économiser éviter coût dépense hôpital urgence", "save saving cost avoid expense hospital"),
        ["soc-lien"] = new("voisin voisinage rencontre amitié connaître parler convivial convivialité bonjour fête ensemble lien", "neighbour meet friend friendship talk social together tie chat"),
        ["soc-isolement"] = new("seul solitude isolé visite appeler revenir reviennent compagnie", "alone nobody lonely isolated visit call company"),
        ["soc-fragilite"] = new("fragile pauvre pauvreté précarité précaire difficulté honte cacher aider soutien malade dignité urgence logement", "poor poverty hardship struggling shame hide help support sick vulnerable dignity"),
        ["soc-acces"] = new("gratuit prix tarif accessible handicap fauteuil horaire ouvert porte cher", "free price cheap accessible disabled wheelchair open door afford"),
        ["soc-egalite"] = new("femme homme fille garçon égalité discrimination racisme sexisme droit", "women men girls boys equality equal discrimination racism sexism"),
        ["soc-mixite"] = new("mélange mélanger âge jeune ancien vieux génération origine milieu différent quartier enfant grand-parent", "mix young old generation background different age children"),
        ["soc-droits"] = new("papier dossier caf administratif administration démarche internet ordinateur ligne démarches droit", "paperwork form benefit claim online computer internet rights"),
        ["scl-besoin"] = new("manque besoin rien désert service absent trou", "lack need gap nothing missing service"),
        ["scl-innovation"] = new("essayer inventer nouveau idée expérience tester autrement", "try invent new idea experiment test"),
        ["scl-territoire"] = new("village bourg campagne rural quartier vivre animation fête vivant", "village countryside rural neighbourhood lively event"),
        ["scl-culture"] = new("musique théâtre danse chant chanter concert spectacle livre lire art artiste culture langue", "music theatre dance sing concert show book read art artist culture language"),
        ["scl-education"] = new("apprendre école cours atelier savoir enseigner expliquer devoirs lecture", "learn school lesson workshop teach explain homework reading"),
        ["scl-cooperation"] = new("partenaire réseau travailler ensemble partager structure associations", "partner network work together share organisation"),
        ["scl-modes-de-vie"] = new("partager prêter troquer échange entraide entraider consommer consommation autrement solidaire solidarité", "share lend swap exchange mutual consume solidarity"),
        ["env-sobriete"] = new("chauffage électricité énergie gaz consommer éteindre", "heating electricity energy gas switch"),
        ["env-dechets"] = new("poubelle jeter réparer recycler récupérer récup donner seconde main ressourcerie compost gaspiller", "bin throw repair mend recycle rubbish second-hand compost"),
        ["env-sensibilisation"] = new("planète écologie climat nature geste expliquer environnement", "planet ecology climate nature gesture explain green"),
        ["env-vivant"] = new("jardin jardiner arbre plante planter fleur rivière oiseau abeille nature parc propre", "garden gardening tree plant flower river bird bee nature park clean"),
        ["env-alimentation"] = new("manger repas cuisine cuisiner légume fruit tomate nourriture nourrir potager bio cantine assiette faim", "eat eating meal cook vegetable fruit food feed organic plate hungry"),
        ["env-mobilite"] = new("vélo voiture bus marcher pied covoiturage trajet transport", "bike bicycle cycle car bus walk lift journey transport"),
        ["dem-participation"] = new("décider décide décident choisir choix avis écouté voix ensemble donner place consulter", "decide decides deciding choose say voice heard together ask opinion"),
        ["dem-citoyennete"] = new("citoyen voter vote engager responsable république", "citizen vote voting commit responsible"),
        ["dem-coconstruction"] = new("mairie commune élu conseil municipal politique loi pouvoir", "council mayor town elected policy law politics"),
        ["dem-debat"] = new("débattre discuter discussion parler oser dire exprimer opinion désaccord", "debate discuss discussion speak dare express disagree"),
        ["dem-redevabilite"] = new("argent comptes clair transparent rendre publier savoir", "money accounts clear transparent account publish"),
        ["epa-confiance"] = new("confiance oser fier fierté courage capable tête", "confidence dare proud pride courage capable"),
        ["epa-competences"] = new("compétence métier savoir-faire apprendre diplôme capable", "skill trade know-how learn certificate"),
        ["epa-pouvoir-agir"] = new("agir autonome débrouiller libre choisir vie projet initiative", "act independent manage free choose life project"),
        ["epa-bien-etre"] = new("santé moral sourire rire heureux forme bouger sport détente respirer mieux", "health mood smile laugh happy fit move sport relax breathe better"),
        ["epa-expression"] = new("créer plaisir amuser rire jouer imaginer peindre dessiner fabriquer", "create joy fun laugh play imagine paint draw make"),
        ["int-benevolat"] = new("bénévole bénévoles temps donner coup main engagement engagés", "volunteer volunteers time give hand commitment"),
        ["int-gouvernance"] = new("assemblée conseil administration bureau élire président adhérent membre", "assembly board committee elect chair member"),
        ["int-desinteressement"] = new("bénéfice argent profit lucratif trésorerie finances subvention tenir durer", "profit money treasury finances grant last"),
        ["int-formation"] = new("former formation apprendre reconnaître merci", "train training learn recognise thank"),
        ["int-qualite"] = new("fatigue fatigué épuisé épuisement charge ambiance content satisfait", "tired exhausted burnout load mood happy satisfied"),
        ["int-coherence"] = new("sens projet but objectif cohérent finalité", "meaning project aim objective coherent purpose"),
    };

    public static string For(string criterion, Language language) => ByCriterion.GetValueOrDefault(criterion)?.In(language) ?? "";
}
