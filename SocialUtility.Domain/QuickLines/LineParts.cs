namespace SocialUtility.Domain.QuickLines;

/// <summary>A line cut into its parts, one for each figure, with the words and the time that they share.</summary>
internal sealed class LineParts
{
    private static readonly string[] Separators = ["et", "and", "puis", "then", "dont", "including"];

    /// <summary>Between two figures they make a range, a correction or a product of them, and no one figure is meant.</summary>
    private static readonly string[] Joining = ["ou", "or", "a", "to", "de", "d", "of", "x", "par", "per", "fois"];

    private static readonly string[] Unsure = ["entre", "between", "pardon", "plutot", "erreur", "enfin", "sorry", "oops", "rather"];

    private readonly string line;
    private readonly List<Token> tokens;
    private readonly IReadOnlyList<(int At, SaidPeriod Said)> said;
    private readonly IReadOnlyList<GivenNumber> numbers;
    private readonly int head;

    /// <summary>« salle n° 3 », « à 14 h »: something beside the figure says more than is understood.</summary>
    private bool labelled;

    private LineParts(string line, PeriodWords periods, Language language)
    {
        this.line = line;
        tokens = Token.Cut(line);
        if (tokens is [{ Kind: TokenKind.Mark } bullet, ..] && bullet.Text[0] is '-' or '–' or '—' or '*' or '•' or '·' && (tokens.Count == 1 || !tokens[1].Glued || tokens[1].Kind == TokenKind.Word))
        {
            bullet.Used = true;
        }

        UseLabels();
        said = periods.Find(tokens);
        numbers = GivenNumbers.In(line, tokens, language);
        if (numbers.Any(number => !number.Faint))
        {
            // « une » and « neuf » beside a figure are words like others.
            numbers = [.. numbers.Where(number => !number.Faint || tokens[number.At].Kind == TokenKind.Figure)];
        }

        if (labelled || numbers.Any(number => periods.MayBeDate(tokens, number.At)))
        {
            numbers = [.. numbers.Select(number => number with { Faint = number.Faint || labelled || periods.MayBeDate(tokens, number.At) })];
        }

        head = Head();
    }

    /// <summary>Every word and figure, to look at the line as a whole.</summary>
    public IReadOnlyList<Token> Tokens => tokens;

    public bool HasFigure => numbers.Count > 0;

    public IReadOnlyList<SaidPeriod> Said => field ??= [.. said.Select(one => one.Said).Distinct()];

    /// <summary>The words that say something, figures aside.</summary>
    public IReadOnlyList<Token> Words => field ??= Content(0, tokens.Count);

    /// <summary>It ends with « : » and leads what follows.</summary>
    public bool Leads => tokens is [.., var last] && last.IsMark(':');

    public static LineParts Of(string line, PeriodWords periods, Language language) => new(line, periods, language);

    public IReadOnlyList<LinePart> Parts()
    {
        if (numbers.Count == 0)
        {
            return [];
        }

        var labels = numbers.Where(number => number.At < head).ToList();
        var own = numbers.Where(number => number.At >= head).ToList();
        if (own.Count == 0)
        {
            (own, labels) = (labels, []);
        }

        var start = own[0].At >= head ? head : 0;

        if (labels.Count > 0 || IsUnsure(own))
        {
            return [new(line, (own[0] with { Problem = own[0].Problem ?? Why.SeveralFigures }), Words, Said, null, Whole: true)];
        }

        var headWords = Content(0, start);
        if (own.Count == 1)
        {
            return [new(line, own[0], [.. headWords, .. Content(start, tokens.Count)], Said, CertaintyWords.In(tokens, 0, tokens.Count), Whole: true)];
        }

        List<LinePart> parts = [];
        List<Token> before = [];
        foreach (var (from, to, number, shared) in Cut(start, own))
        {
            var content = Content(from, to);
            if (content.Count == 0 && number.Measure is null && said.Any(one => one.At >= from && one.At < to))
            {
                // « denrées septembre 430, octobre 445 ».
                content = before;
            }

            before = content;
            List<Token> words = [.. headWords, .. shared, .. content];
            var first = tokens[from].Start;
            var text = line[first..tokens[to - 1].End].Trim(' ', ',', ';', '.');
            var lead = start > 0 ? line[..tokens[start - 1].End].Trim() + " " : "";
            parts.Add(new(lead + text, number, words, SaidIn(from, to), CertaintyWords.In(tokens, from, to)));
        }

        return parts;
    }

    /// <summary>The parts of the body: at what separates, then at each figure.</summary>
    private List<(int From, int To, GivenNumber Number, IReadOnlyList<Token> Shared)> Cut(int start, List<GivenNumber> own)
    {
        List<(int From, int To, GivenNumber Number, IReadOnlyList<Token> Shared)> parts = [];
        List<Token> leading = [];
        var pending = start;
        foreach (var (from, to, separator) in Items(start, own))
        {
            List<GivenNumber> inside = [.. own.Where(number => number.At >= from && number.At < to)];
            if (inside.Count == 0)
            {
                // Without a figure: it leads what follows, or ends what came before.
                if (parts.Count > 0 && !own.Exists(number => number.At >= to))
                {
                    var last = parts[^1];
                    parts[^1] = (last.From, to, last.Number, last.Shared);
                }
                else if (from == start && separator is ",")
                {
                    leading = Content(from, to);
                    pending = to;
                }

                continue;
            }

            var begin = pending < from && parts.Count == 0 && leading.Count == 0 ? pending : from;
            if (parts.Count > 0 && parts[^1].To < from && pending < from)
            {
                begin = parts[^1].To;
            }

            pending = to;
            if (inside.Count == 1)
            {
                parts.Add((begin, to, inside[0], leading));
                continue;
            }

            var before = Content(begin, inside[0].At);
            var endsWithFigure = Content(inside[^1].End, to).Count == 0;
            if (before.Count > 0 && endsWithFigure && inside[^1].Measure is null)
            {
                for (var i = 0; i < inside.Count; i++)
                {
                    parts.Add((i == 0 ? begin : inside[i - 1].End, i == inside.Count - 1 ? to : inside[i].End, inside[i], leading));
                }
            }
            else
            {
                for (var i = 0; i < inside.Count; i++)
                {
                    parts.Add((inside[i].At, i == inside.Count - 1 ? to : inside[i + 1].At, inside[i], [.. leading, .. before]));
                }
            }
        }

        return parts;
    }

    private List<(int From, int To, string Separator)> Items(int start, List<GivenNumber> own)
    {
        List<(int From, int To, string Separator)> items = [];
        var from = start;
        for (var at = start; at <= tokens.Count; at++)
        {
            var ends = at == tokens.Count;
            if (!ends && (tokens[at].Used || own.Exists(number => at >= number.At && at < number.End) || !Separates(tokens[at])))
            {
                continue;
            }

            if (at > from)
            {
                items.Add((from, at, ends ? "" : tokens[at].Folded));
            }

            from = at + 1;
        }

        return items;
    }

    private static bool Separates(Token token) => token.IsWord(Separators) || (token.Kind == TokenKind.Mark && token.Text[0] is ',' or ';' or '|' or '•' or '+' or '&' or '.' or '/');

    /// <summary>« 12 ou 15 », « 3 ateliers de 12 personnes », « entre 10 et 15 », « 12, pardon 13 », « 14:30 ».</summary>
    private bool IsUnsure(List<GivenNumber> own)
    {
        if (own.Count > 1 && tokens.Exists(token => !token.Used && token.IsWord(Unsure)))
        {
            return true;
        }

        for (var i = 1; i < own.Count; i++)
        {
            var (from, to) = (own[i - 1].End, own[i].At);
            if (to == from + 1 && (tokens[from].IsMark('-') || tokens[from].IsMark('–') || tokens[from].IsMark(':') || tokens[from].IsMark('*') || tokens[from].IsMark('×') || tokens[from].IsMark('/')))
            {
                return true;
            }

            if (to > from && !tokens[to - 1].Used && tokens[to - 1].IsWord(Joining))
            {
                return true;
            }

            // « 12, 15 repas »: the first one has no word of its own.
            if (head == 0 && own[i - 1].Measure is null && !said.Any(one => one.At >= from - 4 && one.At < to) && Content(from, to).Count == 0 && Content(i == 1 ? 0 : own[i - 2].End, own[i - 1].At).Count == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What stands before the last « : » that comes before any figure but labels; nothing where every part has its own.</summary>
    private int Head()
    {
        var colons = Enumerable.Range(0, tokens.Count).Where(at => tokens[at].IsMark(':') && !tokens[at].Used).ToList();
        var first = numbers.Count > 0 ? numbers[0].At : tokens.Count;
        var before = colons.Where(at => at < first).ToList();
        if (before.Count == 0)
        {
            // « semaine 12 : 45 repas ».
            return colons is [var only] && numbers.Any(number => number.At > only) && numbers.Any(number => number.At < only) && !Clock(only) ? only + 1 : 0;
        }

        return before.Count == colons.Count ? before[^1] + 1 : 0;
    }

    private bool Clock(int at) => at > 0 && at + 1 < tokens.Count && tokens[at].Glued && tokens[at + 1].Glued;

    /// <summary>« n° 3 », « numéro 3 »: no figure; « à 14h »: a time of the day.</summary>
    private void UseLabels()
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at + 1].Kind == TokenKind.Figure
                && (tokens[at].IsWord("numero", "num") || tokens[at].IsMark('#') || tokens[at].IsMark('°') || (tokens[at].IsWord("n", "no") && line[tokens[at].End] is '°' or 'º')
                    || (tokens[at].IsWord("a", "at", "vers", "des") && at + 2 < tokens.Count && tokens[at + 2].IsWord("h", "am", "pm"))))
            {
                labelled = true;
                tokens[at + 1].Used = true;
                for (var more = at + 2; more < tokens.Count && more <= at + 3 && tokens[more].Glued && (tokens[more].IsWord("h", "am", "pm") || tokens[more].Kind == TokenKind.Figure); more++)
                {
                    tokens[more].Used = true;
                }
            }
        }
    }

    private List<SaidPeriod> SaidIn(int from, int to)
    {
        var inside = said.Where(one => one.At >= from && one.At < to).Select(one => one.Said).Distinct().ToList();
        return inside.Count > 0 ? inside : said.Where(one => one.At < head).Select(one => one.Said).Distinct().ToList() is { Count: > 0 } lead ? lead : [.. Said];
    }

    private List<Token> Content(int from, int to)
    {
        List<Token> words = [];
        for (var at = from; at < to; at++)
        {
            var number = numbers.FirstOrDefault(one => at >= one.At && at < one.End);
            if (number is not null)
            {
                at = number.End - 1;
            }
            else if (tokens[at] is { Kind: TokenKind.Word, Used: false } word && !SmallWords.Contains(word.Folded) && !word.IsWord(Separators) && CertaintyWords.At(tokens, at) is null)
            {
                words.Add(word);
            }
        }

        return words;
    }
}
