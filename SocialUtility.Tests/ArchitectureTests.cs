using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Bot.Builder;
using SocialUtility.Bot;
using SocialUtility.Domain;

namespace SocialUtility.Tests;

/// <summary>Who may lean on whom. Each rule is shown to see what breaks it.</summary>
public sealed partial class ArchitectureTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The border to the bot framework.</summary>
    private static readonly string[] Border =
    [
        "Alone.cs", "BotSetup.cs", "Dialogs/GuideDialog.cs", "Doors.Delivering.cs", "Doors.cs", "SocialUtilityBot.cs", "TurnErrors.cs", "Turns.cs",
        "Web/WebChatAdapter.cs", "Web/WebTurns.cs", "Web/WireActivity.cs",
    ];

    private static readonly Assembly Bot = typeof(Turns).Assembly;

    [Fact]
    public void The_domain_leans_on_the_base_library_alone()
    {
        Assert.Empty(Foreign(typeof(Language).Assembly));
        Assert.NotEmpty(Foreign(Bot));
    }

    [Fact]
    public void The_bot_framework_knows_nothing_of_us()
    {
        Assert.DoesNotContain(typeof(IBot).Assembly.GetReferencedAssemblies(), name => name.Name!.StartsWith("SocialUtility", StringComparison.Ordinal));
        Assert.Contains(Bot.GetReferencedAssemblies(), name => name.Name == typeof(IBot).Assembly.GetName().Name);
    }

    [Fact]
    public void Only_the_border_sees_the_bot_framework() =>
        Assert.Equal(Border, SourceCode.Of("SocialUtility.Bot").Where(source => BotFramework.IsMatch(source.Text)).Select(source => source.File).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Guides")]
    [InlineData("Cards")]
    [InlineData("Wording")]
    [InlineData("Conversation")]
    [InlineData("Storage")]
    [InlineData("Pictures")]
    public void A_room_has_no_type_of_the_bot_framework_in_any_signature(string room)
    {
        Assert.Empty(Room(room).SelectMany(type => Signatures(type).Where(seen => seen.Seen.Namespace?.StartsWith("Microsoft.Bot", StringComparison.Ordinal) == true).Select(seen => $"{type.Name}.{seen.Member}: {seen.Seen.Name}")));
        Assert.NotEmpty(Room(room));
    }

    [Fact]
    public void A_type_of_the_bot_framework_in_a_signature_is_seen_wherever_it_stands() =>
        Assert.Equal(
            ["Field", "Inherited", "Method", "Parameter", "Property"],
            Signatures(typeof(Leak)).Where(seen => seen.Seen.Namespace?.StartsWith("Microsoft.Bot", StringComparison.Ordinal) == true).Select(seen => seen.Member).Distinct().Intersect(["Field", "Inherited", "Method", "Parameter", "Property"]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Cards")]
    [InlineData("Wording")]
    public void Cards_and_wording_wait_for_nothing(string room) => Assert.Empty(Room(room).SelectMany(Waiting));

    [Fact]
    public void Who_waits_is_seen() => Assert.Equal(["OnTurnAsync", "Promised", "WaitAsync"], Waiting(typeof(Leak)).Select(seen => seen.Split('.')[^1]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Guides", @"ITable|Microsoft\.Data\.Sqlite|Azure\.")]
    [InlineData("Cards", @"ITable|Microsoft\.Data\.Sqlite|Azure\.|HttpContext")]
    [InlineData("Wording", @"ITable|Microsoft\.Data\.Sqlite|Azure\.|HttpContext|AdaptiveCards")]
    [InlineData("Conversation", @"Microsoft\.Data\.Sqlite|Azure\.|HttpContext")]
    public void A_room_does_not_look_into_another(string room, string hidden)
    {
        Assert.Empty(SourceCode.Of("SocialUtility.Bot").Where(source => source.File.StartsWith(room + "/", StringComparison.Ordinal) && Regex.IsMatch(Uncommented(source.Text), hidden)).Select(source => source.File));
        Assert.Contains(SourceCode.Of("SocialUtility.Bot"), source => Regex.IsMatch(Uncommented(source.Text), hidden));
    }

    [Fact]
    public void Only_the_stores_know_their_engines() =>
        Assert.All(
            SourceCode.Of("SocialUtility.Bot").Where(source => Regex.IsMatch(source.Text, @"Microsoft\.Data\.Sqlite|Azure\.(Data|Identity|Core)")),
            source => Assert.StartsWith("Storage/", source.File, StringComparison.Ordinal));

    [Theory]
    [InlineData("SocialUtility.Domain")]
    [InlineData("SocialUtility.Bot")]
    [InlineData("SocialUtility.BotFramework")]
    public void Time_comes_from_the_clock_that_is_given(string project) =>
        Assert.Empty(SourceCode.Of(project).Where(source => Clock.IsMatch(source.Text)).Select(source => source.File));

    [Theory]
    [InlineData("DateTime.Now")]
    [InlineData("DateTimeOffset.UtcNow")]
    [InlineData("DateTime.Today")]
    public void Another_clock_is_seen(string code) => Assert.Matches(Clock, $"var now = {code};");

    [Fact]
    public void No_mark_of_unfinished_work_is_left() =>
        Assert.Empty(((string[])["SocialUtility.Domain", "SocialUtility.Bot", "SocialUtility.BotFramework"]).SelectMany(SourceCode.Of).Where(source => Unfinished.IsMatch(source.Text)).Select(source => source.File));

    private static IEnumerable<string> Foreign(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name is not "System" && !name.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<Type> Room(string name) => Bot.GetTypes().Where(type => type.Namespace == $"SocialUtility.Bot.{name}");

    /// <summary>All types that a type names: its bases, fields, properties, parameters and results, also within other types.</summary>
    private static IEnumerable<(string Member, Type Seen)> Signatures(Type type)
    {
        var named = new List<(string Member, Type Seen)>();
        named.AddRange(type.GetInterfaces().Select(one => ("Inherited", one)));
        if (type.BaseType is { } above)
        {
            named.Add(("Inherited", above));
        }

        named.AddRange(type.GetFields(Everything).Select(field => (field.Name, field.FieldType)));
        named.AddRange(type.GetProperties(Everything).Select(property => (property.Name, property.PropertyType)));
        foreach (var method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
        {
            named.AddRange(method.GetParameters().Select(parameter => (method.Name, parameter.ParameterType)));
            if (method is MethodInfo { ReturnType: var result })
            {
                named.Add((method.Name, result));
            }
        }

        return named.SelectMany(one => Within(one.Seen).Select(inner => (one.Member, inner)));
    }

    private static IEnumerable<Type> Within(Type type) =>
        type.HasElementType ? Within(type.GetElementType()!) : type.IsGenericType ? [type, .. type.GetGenericArguments().SelectMany(Within)] : [type];

    private static IEnumerable<string> Waiting(Type type) => type.GetMethods(Everything)
        .Where(method => method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null || IsPromise(method.ReturnType))
        .Select(method => $"{type.Name}.{method.Name}");

    private static bool IsPromise(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask) || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)));

    private static string Uncommented(string text) => Comment.Replace(text, "");

    [GeneratedRegex(@"Microsoft\.Bot\b")]
    private static partial Regex BotFramework { get; }

    [GeneratedRegex(@"DateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex Clock { get; }

    [GeneratedRegex(@"\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException")]
    private static partial Regex Unfinished { get; }

    [GeneratedRegex("//.*")]
    private static partial Regex Comment { get; }

    /// <summary>Everything that must not be, in one place.</summary>
    private abstract class Leak : IBot
    {
        private readonly Func<List<ITurnContext>> Field = () => [];

        public IReadOnlyList<ITurnContext[]> Property => [.. Field().Select(turn => (ITurnContext[])[turn])];

        public abstract IBot Method();

        public abstract void Parameter(ITurnContext turn);

        public abstract Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);

        public static async void WaitAsync() => await Task.Yield();

        public static ValueTask<int> Promised() => default;
    }
}
