namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds choices in what was said, by their words.</summary>
public static class Find
{
    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<string> choices, FindChoicesOptions? options = null) =>
        FindChoices(utterance, ChoiceFactory.ToChoices(choices), options);

    /// <summary>Where two choices claim the same words, the one that fits better has them, then the one with more words.</summary>
    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<Choice> choices, FindChoicesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var how = options ?? new FindChoicesOptions();
        if (string.IsNullOrEmpty(utterance))
        {
            return [];
        }

        var said = Words.In(utterance);
        var candidates = choices.SelectMany((choice, index) => Names(choice, how).SelectMany(name => Matches(utterance, said, choice, index, name, how)))
            .OrderByDescending(match => match.Found.Resolution!.Score)
            .ThenByDescending(match => match.Words.Count);
        var taken = new HashSet<int>();
        var chosen = new HashSet<int>();
        var found = new List<ModelResult<FoundChoice>>();
        foreach (var (match, words) in candidates)
        {
            if (!chosen.Contains(match.Resolution!.Index) && !words.Any(taken.Contains))
            {
                chosen.Add(match.Resolution.Index);
                taken.UnionWith(words);
                found.Add(match);
            }
        }

        return [.. found.OrderBy(match => match.Start)];
    }

    private static IEnumerable<string> Names(Choice choice, FindChoicesOptions how)
    {
        string?[] names = [how.NoValue ? null : choice.Value, how.NoAction ? null : choice.Action?.Title, .. choice.Synonyms ?? []];
        return names.OfType<string>().Where(name => name.Length > 0);
    }

    private static IEnumerable<(ModelResult<FoundChoice> Found, List<int> Words)> Matches(string utterance, List<Word> said, Choice choice, int index, string name, FindChoicesOptions how)
    {
        var wanted = Words.In(name);
        if (wanted.Count == 0)
        {
            // A choice without a word in it, « ? », can only be said as it is.
            if (string.Equals(utterance.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                yield return (Result(utterance, 0, utterance.Length - 1, choice, index, name, 1), []);
            }

            yield break;
        }

        for (var from = 0; from < said.Count && Match(said, wanted, from, how) is { } match; from = match.Words[^1] + 1)
        {
            yield return (Result(utterance, said[match.Words[0]].Start, said[match.Words[^1]].End, choice, index, name, match.Score), match.Words);
        }
    }

    /// <summary>The wanted words in their order, close to one another; all of them, unless some are enough.</summary>
    private static (List<int> Words, float Score)? Match(List<Word> said, List<Word> wanted, int from, FindChoicesOptions how)
    {
        var (matched, strayed) = (new List<int>(), 0);
        foreach (var word in wanted)
        {
            var at = said.FindIndex(from, candidate => candidate.Folded == word.Folded);
            var distance = matched.Count > 0 ? at - from : 0;
            if (at >= 0 && distance <= (how.MaxTokenDistance ?? 2))
            {
                matched.Add(at);
                strayed += distance;
                from = at + 1;
            }
        }

        if (matched.Count == 0 || (matched.Count < wanted.Count && !how.AllowPartialMatches))
        {
            return null;
        }

        var (completeness, accuracy) = ((float)matched.Count / wanted.Count, (float)matched.Count / (matched.Count + strayed));
        return (matched, 0.4f + (0.6f * completeness * accuracy));
    }

    private static ModelResult<FoundChoice> Result(string utterance, int start, int end, Choice choice, int index, string name, float score) => new()
    {
        Start = start,
        End = end,
        Text = utterance[start..(end + 1)],
        TypeName = "choice",
        Resolution = new() { Value = choice.Value, Index = index, Score = score, Synonym = name },
    };
}
