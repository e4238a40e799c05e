using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Profiles;

namespace SocialUtility.Bot.Conversation;

/// <summary>« profil »: the card that says what the association is good for.</summary>
public sealed class ProfileSubject(ChartAddress pictures) : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["profile"] = (session, cancellation) => ShowAsync(session, null, 0, cancellation),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["profile.show"] = (session, submission, cancellation) => ShowAsync(session, Number(submission["year"], 1990, 2200), Number(submission["page"], 0, 1000) ?? 0, cancellation),
    };

    private async ValueTask ShowAsync(Session session, int? asked, int page, CancellationToken cancellation)
    {
        if (session.Member is null)
        {
            session.NoAssociation();
            return;
        }

        if (!session.May(Act.ReadProfile))
        {
            session.Say(session.Words["refused.partner.read"]);
            return;
        }

        var (year, readings) = await ShownYear.ReadAsync(session, asked, cancellation);
        var profile = Profile.Of(session.Dossier, readings, year, session.Today, await session.HearingAsync(cancellation));
        session.Show(ProfileCard.For(session, profile, page, trend => pictures.Of(session.Association.Id, trend, session.Words.Language)));
    }

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
