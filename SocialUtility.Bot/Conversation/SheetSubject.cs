using System.Security.Cryptography;
using System.Text;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Bot.Conversation;

/// <summary>« parole rapportée », « feuille », « grille »: the words of those who have no screen.</summary>
public sealed class SheetSubject(SheetAddress address) : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["reported-voice"] = (session, _) => IfAllowed(session, () => session.Begin(ReportedVoiceGuide.Name)),
        ["sheet"] = (session, _) => IfAllowed(session, () => ShowAddress(session)),
        ["sheet-grid"] = (session, _) => IfAllowed(session, () => ShowGrid(session)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["reported-voice.begin"] = (session, _, _) => IfAllowed(session, () => session.Begin(ReportedVoiceGuide.Name)),
        ["sheet.show"] = (session, _, _) => IfAllowed(session, () => ShowAddress(session)),
        ["sheet.grid"] = (session, _, _) => IfAllowed(session, () => ShowGrid(session)),
        ["sheet.keep"] = KeepAsync,
    };

    private static ValueTask IfAllowed(Session session, Action what)
    {
        if (session.Member is null)
        {
            session.NoAssociation();
        }
        else if (session.May(Act.ReportVoice))
        {
            what();
        }
        else
        {
            session.Refuse(Act.ReportVoice);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>What people said is not typed in before others.</summary>
    private static void ShowGrid(Session session)
    {
        session.ForOneAlone = true;
        session.Show(SheetGridCard.Empty(session));
    }

    private void ShowAddress(Session session)
    {
        if (address.Of(session.Association.Id, session.Words.Language) is { } page)
        {
            session.Show(SheetCard.For(session, page));
        }
        else
        {
            session.Say(session.Words["sheet.no-address"], session.Words["word.sheet-grid"], session.Words["word.reported-voice"]);
        }
    }

    /// <summary>Keeps every line that is fit and gives back the others; a second click on the same grid finds it served.</summary>
    private static async ValueTask KeepAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (session.Member is null || !session.May(Act.ReportVoice))
        {
            await IfAllowed(session, () => { });
            return;
        }

        var lines = Enumerable.Range(1, SheetLine.MostLines).Select(number => (Number: number, Line: SheetGridCard.Read(submission, number))).Where(one => !one.Line.IsEmpty).ToList();
        if (lines.Count == 0)
        {
            session.Say(session.Words["sheet.empty"]);
            return;
        }

        var book = await session.VoicesAsync(cancellation);
        var grid = GridOf(session.Person, submission["nonce"]);
        if (lines.Exists(one => book.Find(IdOf(grid, one.Number)) is not null))
        {
            session.Instead(StaleCard.For(session));
            return;
        }

        var fit = lines.Where(one => one.Line.Fault is null).ToList();
        List<Voice> voices =
        [
            .. fit.Select(one => new Voice
            {
                Id = IdOf(grid, one.Number),
                Text = one.Line.Text,
                Question = one.Line.Question,
                Kind = one.Line.Kind!.Value,
                Reported = true,
                WrittenBy = session.Person,
                Day = session.Today,
            }),
        ];
        if (voices.Count > 0)
        {
            session.Write(book, voices, "voice.report");
        }

        session.Instead(SheetGridCard.Outcome(session, fit.Count, lines.Count - fit.Count));
        foreach (var card in SheetGridCard.Again(session, [.. lines.Where(one => one.Line.Fault is not null).Select(one => one.Line)]))
        {
            session.Show(card);
        }
    }

    /// <summary>The same grid of the same person gives the same lines; what somebody else sends in its name gives others.</summary>
    private static string GridOf(Person person, string nonce) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{person.Key}\n{nonce}")).AsSpan(0, 10));

    private static Id<Voice> IdOf(string grid, int number) => Id<Voice>.Parse($"{grid}-{number}");
}
