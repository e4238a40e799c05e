namespace SocialUtility.Domain.Measurements;

/// <summary>
/// A proof is a link to where it lies (a file in the association's own place, a page), never a copy: an address that starts
/// with https, without a name and a password in it.
/// </summary>
public static class ProofLink
{
    /// <summary>The longest address that is kept, in characters.</summary>
    public const int Longest = 1000;

    /// <summary>Null where it is no such address.</summary>
    public static Uri? Read(string text) =>
        text.Length <= Longest && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "https", UserInfo: "", Host.Length: > 2 } && address.Host.Contains('.', StringComparison.Ordinal)
            ? address
            : null;
}
