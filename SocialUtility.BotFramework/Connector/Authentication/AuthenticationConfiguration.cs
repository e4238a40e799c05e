namespace Microsoft.Bot.Connector.Authentication;

/// <summary>What is asked of a token beyond the rules that always hold.</summary>
public class AuthenticationConfiguration
{
    public AuthenticationConfiguration()
    {
    }

    /// <summary>What the key must be endorsed for beside the channel.</summary>
    public string[] RequiredEndorsements { get; set; } = [];
}
