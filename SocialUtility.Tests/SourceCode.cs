using System.Text.RegularExpressions;
using SocialUtility.Tests.Machine;

namespace SocialUtility.Tests;

/// <summary>The code as it is written, for the rules that only hold there.</summary>
internal static partial class SourceCode
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Needs.Tools, "..", ".."));

    /// <summary>The files of a project, by their path within it.</summary>
    public static IEnumerable<(string File, string Text)> Of(string project) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, project), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Path.Combine(Root, project), file).Replace('\\', '/')
        where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal)
        select (path, File.ReadAllText(file));

    /// <summary>What stands between quotation marks, the holes of an interpolated text as <c>{}</c>.</summary>
    public static IEnumerable<string> Literals(string text) =>
        Quoted.Matches(text).Select(match => Hole.Replace(match.Groups["text"].Value, "{}"));

    [GeneratedRegex("\"(?<text>(?:[^\"\\\\\\r\\n]|\\\\.)*)\"")]
    private static partial Regex Quoted { get; }

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole { get; }
}
