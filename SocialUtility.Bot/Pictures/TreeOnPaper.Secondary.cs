namespace SocialUtility.Bot.Pictures;

/// <summary>
/// Secondary links: dashed lines while there are few, and stubs with a code once there would be many, as on an engineer's
/// drawing. Either way words say the same on both cards.
/// </summary>
internal sealed partial class TreeOnPaper
{
    /// <summary>In one channel; more long lines would hide what they should show.</summary>
    private const int MostLongLines = 4;

    /// <summary>Between two lines in one lane.</summary>
    private const double Apart = 6;

    private const double StubLength = 11;

    private static readonly float[] Broken = [5, 3];

    private static bool IsDense(Drawing page) => Links(page.Actions) > MostLongLines || Links(page.Criteria) > MostLongLines;

    private static int Links(List<(TreeNode Node, Mark.Box Box)> cards) => cards.Sum(card => card.Node.Secondary.Count);

    private void LongLines(Drawing page)
    {
        var used = new Dictionary<(Port Port, bool AtBracket), int>();
        List<Route> actions = [.. Wanted(page.Actions).Select(link => RouteTo(link.Box, page.Objectives[link.Code], atBracket: false, used))];
        List<Route> criteria = [.. Wanted(page.Criteria).Select(link => RouteTo(link.Box, page.Objectives[link.Code], page.Objectives[link.Code].Bracket is not null, used))];
        Draw(page, actions, Columns.Objectives + Columns.ObjectiveWidth, columns.Actions);
        Draw(page, criteria, columns.ActionsRight + 6, columns.Criteria);
    }

    /// <summary>By the height of the card: those that go up leave the objective above those that go down, so that they do not cross.</summary>
    private static IEnumerable<(string Code, Mark.Box Box)> Wanted(List<(TreeNode Node, Mark.Box Box)> cards) =>
        cards.SelectMany(card => card.Node.Secondary.Select(code => (Code: code, card.Box))).OrderBy(link => link.Box.Y);

    private static Route RouteTo(Mark.Box card, Port port, bool atBracket, Dictionary<(Port Port, bool AtBracket), int> used)
    {
        var number = used.GetValueOrDefault((port, atBracket));
        used[(port, atBracket)] = number + 1;
        var (x, y) = PortOf(port, atBracket, number);
        return new(x, y, card.X, card.Middle + 5);
    }

    /// <summary>The n-th link leaves a little under the one before, still from the objective's edge or its bracket.</summary>
    private static (double X, double Y) PortOf(Port port, bool atBracket, int number)
    {
        var y = port.Middle + 11 + (5 * number);
        return atBracket && port.Bracket is var (x, _, bottom) ? (x, Math.Min(y, bottom)) : (port.Objective.Right, Math.Min(y, port.Objective.Bottom - 3));
    }

    /// <summary>Short ones nearest to the cards, long ones outside, so that nested ones do not cross.</summary>
    private static void Draw(Drawing page, List<Route> routes, double left, double right)
    {
        List<List<Route>> lanes = [];
        foreach (var route in routes.OrderBy(route => route.Bottom - route.Top).ThenBy(route => route.Top))
        {
            var lane = lanes.Find(others => others.TrueForAll(other => route.Top > other.Bottom + Apart || other.Top > route.Bottom + Apart));
            if (lane is null)
            {
                lanes.Add(lane = []);
            }

            lane.Add(route);
        }

        var edge = right - 16;
        var step = Math.Min(6, (edge - left) / Math.Max(1, lanes.Count));
        foreach (var (lane, number) in lanes.Select((lane, number) => (lane, number)))
        {
            var x = edge - (step * (number + 0.5));
            foreach (var route in lane)
            {
                Tied(page, Broken, (route.FromX, route.FromY), (x, route.FromY), (x, route.ToY), (route.ToX, route.ToY));
            }
        }
    }

    private static void Stubs(Drawing page)
    {
        HashSet<(double X, double Y)> ports = [];
        foreach (var port in page.Objectives.Values)
        {
            Stub(PortOf(port, atBracket: false, 0), StubLength, port.Branch.AlsoActions.Count > 0);
            Stub(PortOf(port, atBracket: true, 0), StubLength, port.Branch.AlsoCriteria.Count > 0);
        }

        foreach (var (node, box) in page.Actions.Concat(page.Criteria))
        {
            Stub((box.X, box.Middle + 5), -StubLength, node.Secondary.Count > 0);
        }

        void Stub((double X, double Y) from, double length, bool linked)
        {
            if (linked && ports.Add(from))
            {
                Tied(page, null, from, (from.X + length, from.Y));
                page.Dots.Add(new Mark.Dot(from.X + length + (Math.Sign(length) * Mark.Dot.Radius), from.Y));
            }
        }
    }

    private static void Tied(Drawing page, float[]? dashes, params (double X, double Y)[] points)
    {
        page.Ties.Add(new Mark.Line(Tie.Halo, points) { Colour = Ink.Paper, Thickness = 4.5 });
        page.Ties.Add(new Mark.Line(Tie.Secondary, points) { Colour = Ink.Missing, Thickness = 1.5, Dashes = dashes });
    }

    private sealed record Route(double FromX, double FromY, double ToX, double ToY)
    {
        public double Top => Math.Min(FromY, ToY);

        public double Bottom => Math.Max(FromY, ToY);
    }
}
