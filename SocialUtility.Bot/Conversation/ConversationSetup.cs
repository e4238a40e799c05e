using SocialUtility.Bot.Guides;

namespace SocialUtility.Bot.Conversation;

/// <summary>What one can talk about: a new subject or guide is added here, and nowhere else.</summary>
public static class ConversationSetup
{
    public static IServiceCollection AddConversation(this IServiceCollection services) => services
        .AddSingleton<Guide, AssociationGuide>()
        .AddSingleton<Guide, ProjectGuide>()
        .AddSingleton<Guide, ObjectiveGuide>()
        .AddSingleton<Guide, ActionGuide>()
        .AddSingleton<Guide, CriterionGuide>()
        .AddSingleton<Guide, IndicatorGuide>()
        .AddSingleton<Guide, IndicatorCareGuide>()
        .AddSingleton<Guide, WayGuide>()
        .AddSingleton<Guide, RecognitionGuide>()
        .AddSingleton<Guide, StarterGuide>()
        .AddSingleton<Guide, RenameGuide>()
        .AddSingleton<Guide>(StepGuide.Launch)
        .AddSingleton<Guide>(StepGuide.Frame)
        .AddSingleton<Guide, AnswerGuide>()
        .AddSingleton<Guide, InviteGuide>()
        .AddSingleton<Guide, VoiceGuide>()
        .AddSingleton<Guide, VoiceCorrectionGuide>()
        .AddSingleton<Guide, VoiceKindGuide>()
        .AddSingleton<Guide, ReportedVoiceGuide>()
        .AddSingleton<GuidePlayer>()
        .AddSingleton<ISubject, WelcomeSubject>()
        .AddSingleton<ISubject, ProjectSubject>()
        .AddSingleton<ISubject, StepsSubject>()
        .AddSingleton<ISubject, GlossarySubject>()
        .AddSingleton<ISubject, DefinitionsSubject>()
        .AddSingleton<ISubject, IndicatorSubject>()
        .AddSingleton<ISubject, ValueSubject>()
        .AddSingleton<ISubject, HistorySubject>()
        .AddSingleton<ISubject, ProfileSubject>()
        .AddSingleton<ISubject, AssociationSubject>()
        .AddSingleton<ISubject, TeamSubject>()
        .AddSingleton<ISubject, DepartureSubject>()
        .AddSingleton<ISubject, InvitationSubject>()
        .AddSingleton<ISubject, RoomSubject>()
        .AddSingleton<InvitationAddress>()
        .AddSingleton<ISubject, VoiceSubject>()
        .AddSingleton<ISubject, SheetSubject>()
        .AddSingleton<HouseKey>()
        .AddSingleton<ChartAddress>()
        .AddSingleton<SheetAddress>()
        .AddSingleton<Talk>();
}
