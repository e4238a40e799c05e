using SocialUtility.Benchmarks.Servers;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Benchmarks.Load;

/// <summary>One of those that are measured: its process, what is said to it, and the rounds it has played.</summary>
internal sealed class Candidate(string name, Func<ServerProcess> start, Func<int, string> said) : IDisposable
{
    public const int Starts = 5;
    public const int WarmUpRounds = 4;

    private readonly List<Played> rounds = [];
    private ServerProcess? server;
    private int turn;

    public string Name => name;

    public IReadOnlyList<Played> Rounds => rounds;

    public ServerProcess Server => server ?? throw new InvalidOperationException("Not started.");

    /// <summary>What is stored, where this one stores: read afterwards, to know that every turn was written.</summary>
    public (World World, Func<ITable> Open)? Store { get; init; }

    /// <summary>How many turns a round has: the cheap ones need more to be measured as well.</summary>
    public int Round { get; init; } = 1500;

    /// <summary>How many turns it was asked in all.</summary>
    public int Turns { get; private set; }

    /// <summary>From the start of the process to its first answer: the middle of a few starts.</summary>
    public TimeSpan FirstAnswer { get; private set; }

    /// <summary>The CPU time of that start: what it would take at least on one core that does nothing else.</summary>
    public TimeSpan FirstAnswerCpu { get; private set; }

    /// <summary>In memory, once ten thousand people have spoken.</summary>
    public double? Megabytes { get; private set; }

    /// <summary>Of these, what is its own and not the files of the runtime.</summary>
    public double? OwnMegabytes { get; private set; }

    /// <summary>Starts it a few times; the last process stays.</summary>
    public async Task StartAsync(Channel channel)
    {
        List<(TimeSpan Answer, TimeSpan Cpu)> starts = [];
        while (starts.Count < Starts)
        {
            server?.Dispose();
            server = start();
            // From the end, where the rounds do not come.
            starts.Add((await channel.FirstAnswerAsync(server, said, World.Turns - 1 - Turns++), server.Cpu));
        }

        (FirstAnswer, FirstAnswerCpu) = starts.Order().ElementAt(Starts / 2);
    }

    public async Task WarmUpAsync(Channel channel, int together) => await PlayAsync(channel, WarmUpRounds * Round, together);

    public async Task PlayRoundAsync(Channel channel, int together) => rounds.Add(await PlayAsync(channel, Round, together));

    /// <summary>Lets all those speak who have not yet, each in their own conversation.</summary>
    public async Task HearAllAsync(Channel channel, int together)
    {
        await channel.PlayAsync(Server, said, World.Turns..World.TurnsOfAll, together);
        Turns += World.TurnsOfAll - World.Turns;
        (Megabytes, OwnMegabytes) = (Server.ResidentMegabytes, Server.OwnMegabytes);
    }

    public void Dispose() => server?.Dispose();

    private async Task<Played> PlayAsync(Channel channel, int turns, int together)
    {
        if (Store is null && turn + turns > World.Turns)
        {
            // Nothing is written, so the same may be said again.
            turn = 0;
        }

        var played = await channel.PlayAsync(Server, said, turn..(turn + turns), together);
        (turn, Turns) = (turn + turns, Turns + turns);
        return played;
    }
}
