namespace Microsoft.Bot.Connector.Authentication;

internal static class AppIds
{
    /// <summary>Whether both name the same application; nothing names none.</summary>
    public static bool Same(string? one, string? other) => !string.IsNullOrEmpty(one) && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
