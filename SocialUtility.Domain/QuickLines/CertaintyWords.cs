using SocialUtility.Domain.Measurements;

namespace SocialUtility.Domain.QuickLines;

/// <summary>What a line says of how its figure is known.</summary>
internal static class CertaintyWords
{
    /// <summary>The first of them between two tokens.</summary>
    public static Certainty? In(List<Token> tokens, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (At(tokens, at) is { } certainty)
            {
                return certainty;
            }
        }

        return null;
    }

    /// <summary>« environ », « à peu près », « estimé », « compté ».</summary>
    public static Certainty? At(List<Token> tokens, int at)
    {
        if (tokens[at].IsMark('~') || tokens[at].IsMark('≈'))
        {
            return Certainty.ByEye;
        }

        if (tokens[at].Kind != TokenKind.Word || tokens[at].Used)
        {
            return null;
        }

        var word = tokens[at].Folded;
        return word switch
        {
            "environ" or "env" or "approx" or "approximativement" or "about" or "around" or "roughly" or "circa" or "approximately" => Certainty.ByEye,
            "peu" or "pres" when Near(tokens, at, "a", "peu", "pres") => Certainty.ByEye,
            "pres" when at + 1 < tokens.Count && tokens[at + 1].IsWord("de", "d") => Certainty.ByEye,
            "louche" or "oeil" or "vue" or "nez" when Near(tokens, at, "a", "la", "louche") || Near(tokens, at, "a", "vue", "oeil") || Near(tokens, at, "a", "l", "oeil") || Near(tokens, at, "a", "vue", "nez") => Certainty.ByEye,
            "exactement" or "exactly" or "pile" => Certainty.Counted,
            _ when word is "estime" or "estimee" or "estimes" or "estimees" or "estimation" or "estimated" or "estimate" => Certainty.Estimated,
            _ when word is "compte" or "comptes" or "comptee" or "comptees" or "counted" => Certainty.Counted,
            _ => null,
        };
    }

    /// <summary>These words stand near each other around that place.</summary>
    private static bool Near(List<Token> tokens, int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            var found = false;
            for (var i = Math.Max(0, at - 4); i <= Math.Min(tokens.Count - 1, at + 4); i++)
            {
                found |= tokens[i].IsWord(word);
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }
}
