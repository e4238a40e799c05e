using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Bot.Schema;

namespace SocialUtility.Tests.BotFramework;

/// <summary>The public surface is written down in PublicAPI.txt, so that a change of it is seen in review.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_one_written_down()
    {
        var path = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "SocialUtility.BotFramework", "PublicAPI.txt");
        var surface = Surface().ToList();
        if (Environment.GetEnvironmentVariable("WRITE_PUBLIC_API") == "1")
        {
            File.WriteAllLines(path, surface);
        }

        Assert.Equal(File.ReadAllLines(path), surface);
    }

    [Fact]
    public void Nothing_is_public_outside_the_official_namespaces() => Assert.All(
        typeof(Activity).Assembly.GetExportedTypes(),
        type => Assert.True(type.Namespace!.StartsWith("Microsoft.Bot.", StringComparison.Ordinal) || type.Namespace is "Microsoft.Rest" || type.Namespace.StartsWith("AdaptiveCards", StringComparison.Ordinal), type.FullName));

    private static IEnumerable<string> Surface() => typeof(Activity).Assembly.GetExportedTypes()
        .SelectMany(type => type
            .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(IsSeen)
            .Select(member => $"{type} | {member}")
            .Prepend($"{type} | {(type.IsInterface ? "interface" : type.IsAbstract ? type.IsSealed ? "static class" : "abstract class" : type.IsSealed ? "sealed class" : "class")} : {type.BaseType}"))
        .Order(StringComparer.Ordinal);

    private static bool IsSeen(MemberInfo member) => member switch
    {
        MethodBase method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && (!method.IsSpecialName || method is ConstructorInfo || method.Name.StartsWith("op_", StringComparison.Ordinal)),
        PropertyInfo property => property.GetAccessors(true).Any(a => a.IsPublic || a.IsFamily || a.IsFamilyOrAssembly),
        FieldInfo field => field.IsPublic || field.IsFamily,
        _ => false,
    };

    private static string Here([CallerFilePath] string path = "") => path;
}
