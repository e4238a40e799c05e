using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Web;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Reminders;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Reminders;

/// <summary>
/// One look at who is due, and what is sent to them. The order keeps a reminder from being said twice: the day of the person is
/// claimed, what they are asked is written, then it is sent, then what became of it is noted. Where the machine stops in between,
/// what may have come is not repeated (docs/decisions/0021).
/// </summary>
public sealed partial class ReminderPass(ITable table, DueIndex index, Doors doors, ReminderSettings settings, TimeProvider clock, ILogger<ReminderPass> logger)
{
    /// <summary>Associations looked at side by side: while one waits for the channel another goes on.</summary>
    private const int AtOnce = 8;

    /// <summary>People change their preferences while they are being written to: more often than this is no coincidence.</summary>
    private const int MostTries = 4;

    /// <summary>However little happens in it, an association is looked at once a month.</summary>
    private static readonly TimeSpan Seldom = TimeSpan.FromDays(31);

    /// <summary>What went wrong for a reason that may pass is tried again after so long.</summary>
    private static readonly TimeSpan TryAgain = TimeSpan.FromHours(1);

    /// <summary>A busy channel that does not say how long is left in peace for a while.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromMinutes(5);

    private readonly Pace toTenant = new(settings.SendsPerSecond, clock);
    private readonly Pace toPerson = new(Math.Max(1, settings.SendsPerSecond / 5), clock);
    private readonly Outbox outbox = new(table);

    /// <summary>How many messages were sent.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer: what was not visited is at the next pass.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var sent = 0;
        var visits = await index.DueAsync(clock.GetUtcNow(), cancellation);
        await Parallel.ForEachAsync(
            visits.GroupBy(visit => visit.Association),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (of, token) =>
            {
                DateTimeOffset next;
                try
                {
                    (var messages, next) = await VisitAsync(of.Key, token);
                    Interlocked.Add(ref sent, messages);
                }
                catch (Exception fault) when (fault is not (OperationCanceledException or StoreUnavailableException))
                {
                    // One association that cannot be read keeps no other from being reminded.
                    Log.Failed(logger, fault);
                    next = clock.GetUtcNow() + TryAgain;
                }

                await index.SettleAsync(of.Key, of, next, token);
            });
        return sent;
    }

    /// <summary>Sends what is due in one association; when it is to be looked at next.</summary>
    private async Task<(int Sent, DateTimeOffset Next)> VisitAsync(Id<Association> association, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await ReminderFile.OpenAsync(table, association, now, cancellation) is not { } file)
        {
            return (0, now + Seldom);
        }

        var (sent, due) = (0, file.Plan.DueAt(now));
        foreach (var reminder in due)
        {
            sent += await SendAsync(file, reminder, cancellation) ? 1 : 0;
        }

        now = clock.GetUtcNow();
        if (due.Count > 0 && await ReminderFile.OpenAsync(table, association, now, cancellation) is { } after)
        {
            // As it stands now: what was sent, and who could not be reached.
            file = after;
        }

        return (sent, file.Plan.Next(now) is { } next && next - now < Seldom ? next : now + Seldom);
    }

    /// <summary>Sends it, if it still is to be sent once its turn has come.</summary>
    private async Task<bool> SendAsync(ReminderFile file, Reminder planned, CancellationToken cancellation)
    {
        var person = planned.Person;
        if (file.Who(person)?.Address is { } first && first.Channel != WebChannel.Id)
        {
            await toPerson.WaitAsync($"{first.Channel}|{first.User}", cancellation);
            await toTenant.WaitAsync($"{first.Channel}|{first.Tenant}", cancellation);
        }

        for (var tries = 0; tries < MostTries; tries++)
        {
            var now = clock.GetUtcNow();
            await file.RefreshAsync(planned, cancellation);
            if (file.Plan.NextFor(person, now) is not { } reminder || reminder.At > now || file.Who(person) is not { Address: { } address } who)
            {
                return false;
            }

            var day = file.State.Times(person).Day(now);
            Outgoing claim = new() { Day = day, At = now, Association = file.Dossier.Association.Id, Posted = Posted.Claimed };
            if (!await outbox.ClaimAsync(person, claim, cancellation))
            {
                return false;
            }

            try
            {
                await table.WriteAsync(Association.Partition(claim.Association), [file.Write(file.State.Book(person).With(reminder, day))], cancellation);
            }
            catch (ConflictException)
            {
                // They changed their mind at this very moment.
                await outbox.CloseAsync(person, claim with { Posted = Posted.Freed }, cancellation);
                continue;
            }

            var card = await CardAsync(file, reminder, who, cancellation);
            // Once begun it is not broken off, not even by the end of the host: else it would be in doubt.
            await CloseAsync(reminder, day, claim, address, await doors.DeliverAsync(address, [new Reply.Show(card)], settings.Patience, clock));
            return true;
        }

        return false;
    }

    private async ValueTask<AdaptiveCards.AdaptiveCard> CardAsync(ReminderFile file, Reminder reminder, Acquaintance who, CancellationToken cancellation)
    {
        var dossier = file.Dossier;
        var book = await RuleBook.OpenAsync(
            new Ledger(table, dossier.Association.Id), dossier, [.. reminder.Askings.Select(asking => (asking.Expected.Indicator.Id, asking.Expected.Period))], clock.GetUtcNow(), cancellation);
        return ReminderCard.For(
            Words.In(who.Language),
            ReminderForm.Of(file, reminder, book.Page, clock.GetUtcNow()) with { Association = who.Associations.Count > 1 ? dossier.Association.Name : null });
    }

    private async Task CloseAsync(Reminder reminder, DateOnly day, Outgoing claim, ChatAddress address, Delivery delivery)
    {
        var person = reminder.Person;
        var closed = claim with { Posted = Posted.Freed };
        switch (delivery)
        {
            case Delivery.Delivered delivered:
                closed = claim with { Posted = Posted.Delivered };
                if (delivered.Conversation is { } found)
                {
                    await Acquaintance.ReviseAsync(table, person, who => who.Address == address ? who with { Address = address with { Conversation = found } } : who);
                }

                break;
            case Delivery.Unknown:
                closed = claim with { Posted = Posted.Unknown };
                Log.InDoubt(logger, person.Mark);
                break;
            case Delivery.Stopped:
                // Until they speak again.
                await Acquaintance.ReviseAsync(table, person, who => who.Address == address ? who with { Address = null } : who);
                await TakeBackAsync(reminder, day, claim);
                Log.Stopped(logger, person.Mark);
                break;
            case Delivery.NotYet notYet:
                await TakeBackAsync(reminder, day, claim);
                closed = closed with { NotBefore = clock.GetUtcNow() + (notYet.After ?? Busy) };
                break;
            default:
                await TakeBackAsync(reminder, day, claim);
                closed = closed with { NotBefore = clock.GetUtcNow() + TryAgain };
                Log.Undelivered(logger, person.Mark);
                break;
        }

        await outbox.CloseAsync(person, closed, CancellationToken.None);
    }

    /// <summary>It certainly did not come: it is as if it had not been said.</summary>
    private async ValueTask TakeBackAsync(Reminder reminder, DateOnly day, Outgoing claim)
    {
        var partition = Association.Partition(claim.Association);
        while (await table.FindAsync(partition, ReminderBook.KeyOf(reminder.Person), CancellationToken.None) is { } row)
        {
            try
            {
                var book = DomainJson.Read(row, DomainJson.Default.ReminderBook).Without(reminder, day);
                await table.WriteAsync(partition, [Change.Replace(row.Key, DomainJson.Write(book), row.ETag)], CancellationToken.None);
                return;
            }
            catch (ConflictException)
            {
                // They spoke: look again.
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The reminders of an association could not be looked at.")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Whether the reminder of {Person} came is not known; it is not repeated.")]
        public static partial void InDoubt(ILogger logger, string person);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Person} cannot be written to any more, until they speak again.")]
        public static partial void Stopped(ILogger logger, string person);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The reminder of {Person} was not delivered; it is tried again later.")]
        public static partial void Undelivered(ILogger logger, string person);
    }
}
