using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace SocialUtility.Tests.BotFramework;

public sealed class StateTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_saved_is_there_at_the_next_turn_with_its_types()
    {
        var storage = new MemoryStorage();
        await SaveAsync(storage, "p", new Note { Text = "é", Any = new Note { Text = "inner" }, Number = 3, When = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), Said = new Activity { Type = "message", Text = "a" } });

        var note = await LoadAsync<Note>(storage, "p");

        Assert.Equal(("é", "inner", 3), (note?.Text, Assert.IsType<Note>(note?.Any).Text, Assert.IsType<int>(note?.Number)));
        Assert.Equal("a", Assert.IsType<Activity>(note?.Said).Text);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), note?.When);
    }

    [Fact]
    public async Task What_is_changed_and_not_saved_is_forgotten()
    {
        var storage = new MemoryStorage();
        await SaveAsync(storage, "p", new Note { Text = "kept" });
        await TurnAsync(async turn => (await new UserState(storage).CreateProperty<Note>("p").GetAsync(turn, cancellationToken: Now)).Text = "lost");

        Assert.Equal("kept", (await LoadAsync<Note>(storage, "p"))?.Text);
    }

    [Fact]
    public async Task A_value_nobody_set_is_made_by_the_factory_or_empty() => await TurnAsync(async turn =>
    {
        var state = new ConversationState(new MemoryStorage());
        Assert.Null(await state.CreateProperty<Note>("a").GetAsync(turn, cancellationToken: Now));
        Assert.Equal(0, await state.CreateProperty<int>("b").GetAsync(turn, cancellationToken: Now));
        Assert.Equal(7, await state.CreateProperty<int>("c").GetAsync(turn, () => 7, Now));
        Assert.Equal(7, await state.CreateProperty<int>("c").GetAsync(turn, () => 8, Now));
    });

    [Fact]
    public async Task Only_a_changed_state_is_written()
    {
        var storage = new Counting();
        await TurnAsync(async turn =>
        {
            var state = new UserState(storage);
            var number = state.CreateProperty<int>("n");
            await number.SetAsync(turn, 1, Now);
            await state.SaveChangesAsync(turn, cancellationToken: Now);
            await number.SetAsync(turn, 1, Now);
            await state.SaveChangesAsync(turn, cancellationToken: Now);
            Assert.Equal(1, storage.Writes);
            await state.SaveChangesAsync(turn, true, Now);
            await state.ClearStateAsync(turn, Now);
            await state.SaveChangesAsync(turn, cancellationToken: Now);
        });

        Assert.Equal(3, storage.Writes);
        Assert.Equal(0, await LoadAsync<int>(storage, "n"));
    }

    [Fact]
    public async Task States_are_kept_apart_by_person_and_conversation()
    {
        var storage = new Counting();
        await TurnAsync(async turn =>
        {
            var set = new AutoSaveStateMiddleware(new UserState(storage), new ConversationState(storage));
            set.Add(new PrivateConversationState(storage));
            await set.OnTurnAsync(
                turn,
                async _ =>
                {
                    foreach (var state in set.BotStateSet.BotStates)
                    {
                        await state.CreateProperty<string>("who").SetAsync(turn, state.GetType().Name, Now);
                    }
                },
                Now);
        });

        Assert.Equal(["test/conversations/Conversation1", "test/conversations/Conversation1/users/user1", "test/users/user1"], storage.Keys.Order());
    }

    [Fact]
    public async Task An_older_copy_does_not_overwrite_a_newer()
    {
        var storage = new MemoryStorage();
        await storage.WriteAsync(new Dictionary<string, object> { ["k"] = new Item { Text = "1" } }, Now);
        var first = await ReadAsync();
        var second = await ReadAsync();
        await storage.WriteAsync(new Dictionary<string, object> { ["k"] = first }, Now);

        await Assert.ThrowsAsync<InvalidOperationException>(() => storage.WriteAsync(new Dictionary<string, object> { ["k"] = second }, Now));
        second.ETag = "*";
        await storage.WriteAsync(new Dictionary<string, object> { ["k"] = second }, Now);
        await storage.DeleteAsync(["k"], Now);
        Assert.Empty(await storage.ReadAsync(["k"], Now));

        async Task<Item> ReadAsync() => (Item)(await storage.ReadAsync(["k"], Now))["k"];
    }

    private static Task SaveAsync<T>(IStorage storage, string name, T value) => TurnAsync(async turn =>
    {
        var state = new UserState(storage);
        await state.CreateProperty<T>(name).SetAsync(turn, value, Now);
        await state.SaveChangesAsync(turn, cancellationToken: Now);
    });

    private static async Task<T?> LoadAsync<T>(IStorage storage, string name)
    {
        T? value = default;
        await TurnAsync(async turn => value = await new UserState(storage).CreateProperty<T>(name).GetAsync(turn, cancellationToken: Now));
        return value;
    }

    private static Task TurnAsync(Func<ITurnContext, Task> turn) => new TestAdapter().SendTextToBotAsync("hi", (context, _) => turn(context), Now);

    private sealed class Note
    {
        public string? Text { get; set; }

        public object? Any { get; set; }

        public object? Number { get; set; }

        public object? Said { get; set; }

        public DateTimeOffset? When { get; set; }
    }

    private sealed class Item : IStoreItem
    {
        public string? Text { get; set; }

        public string? ETag { get; set; }
    }

    private sealed class Counting : IStorage
    {
        private readonly MemoryStorage inner = new();

        public int Writes { get; private set; }

        public HashSet<string> Keys { get; } = [];

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) => inner.ReadAsync(keys, cancellationToken);

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            Writes++;
            Keys.UnionWith(changes.Keys);
            return inner.WriteAsync(changes, cancellationToken);
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => inner.DeleteAsync(keys, cancellationToken);
    }
}
