using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Pictures;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Projects;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// The project as its indented text, cut by objective: from it alone somebody outside can say which actions serve objective 2,
/// and how one would know (deck rows D07, D13). Orphans are shown both ways, and « suite » reaches the end of any tree.
/// </summary>
public static class TreeCard
{
    /// <summary>So many characters stand in one box: an objective with more goes on in a second one.</summary>
    private const int MostInBox = 2200;

    /// <summary>So many stand on one card, with their copy for clients without cards: beyond it old clients show nothing.</summary>
    private const int MostOnPage = 4200;

    /// <param name="session">The turn.</param>
    /// <param name="reading">What its indicators say this year; null for the definitions alone.</param>
    /// <param name="page">Which part of the text.</param>
    /// <param name="shown">Where the picture is; null where it cannot be reached from outside: the text says the same.</param>
    public static AdaptiveCard For(Session session, TreeReading? reading = null, int page = 0, ShownTree? shown = null)
    {
        var words = session.Words;
        var tree = ProjectTree.Of(session.Dossier);
        var mark = CardMark.Of(1);
        var all = Pages(Boxes(words, tree, reading?.Standings, shown));
        page = Math.Clamp(page, 0, all.Count - 1);
        List<AdaptiveElement> body =
        [
            Context(all.Count == 1 ? words.Say("project.context", Plain(session.Association.Name)) : words.Say("tree.page", Plain(session.Association.Name), page + 1, all.Count)),
            Heading(words["tree.heading"]),
        ];
        if (reading is not null && reading.Data.Indicators.Count > 0)
        {
            // Of which year the figures are: a heading's second line on the picture.
            body.Add(Detail(reading.Data.Subtitle, AdaptiveSpacing.None));
        }

        if (page == 0 && shown is not null && tree.Branches.Count > 0 && tree.Actions.Count <= TreePicture.MostActionsOnACard)
        {
            body.Add(Picture(shown.Picture(), TreeCounts.Of(tree).Said(words)));
        }

        Purpose? above = null;
        foreach (var box in all[page])
        {
            if (box.Purpose is { } purpose && purpose != above)
            {
                body.Add(Context(words.Say("tree.purpose", purpose.Code)));
                body.Add(Text(Plain(words.Say("tree.so-that", purpose.Text.Text)), AdaptiveSpacing.None));
                above = purpose;
            }

            if (box.Picture is var (address, said))
            {
                body.Add(Picture(address, said));
            }

            if (box.Label is not null)
            {
                body.Add(Shown(box));
            }
        }

        if (page + 1 == all.Count)
        {
            Ends(words, tree, body);
        }

        List<AdaptiveAction> buttons = [];
        if (page + 1 < all.Count)
        {
            buttons.Add(Tap(words["button.more"], "tree.show", mark, ("page", page + 1)));
        }

        if (tree.ToBeLinked.Count > 0 && session.May(Domain.Associations.Act.DescribeAction))
        {
            var first = tree.ToBeLinked[0].Item;
            buttons.Add(Tap(words.Say("tree.link", Short(first.Name)), "action.link", CardMark.Of(first.Version), ("ligne", first.Key)));
        }

        buttons.Add(Tap(words["button.coherence"], "coherence.show", mark));
        buttons.Add(Tap(words["button.project"], "project.show", mark));
        if (shown is not null)
        {
            buttons.Add(new AdaptiveOpenUrlAction { Title = words["picture.tree.open"], Url = new(shown.Page) });
            if (session.May(Domain.Associations.Act.Invite))
            {
                buttons.Add(Tap(words["picture.tree.close"], "tree.close", mark, ("adresse", shown.Name)).Rare());
            }

            body.Add(Detail(words.Say("picture.tree.link", words.Day(session.Association.Today(shown.Until))), AdaptiveSpacing.Medium));
        }

        return Card(words, Fallback(words, tree, reading, all[page]), body, buttons);
    }

    private static List<Box> Boxes(Words words, ProjectTree tree, IReadOnlyDictionary<Id<Indicator>, Standing>? year, ShownTree? shown)
    {
        List<Box> boxes = [];
        foreach (var trunk in tree.Trunks)
        {
            if (trunk is { Purpose: { } purpose, Branches.Count: 0 })
            {
                // A purpose that no objective pursues yet is seen all the same.
                boxes.Add(new(purpose, null, null, []));
            }

            foreach (var branch in trunk.Branches)
            {
                // The first line is the objective itself.
                foreach (var (part, first) in Parts(TreeText.Of(words, branch, year).Skip(1)))
                {
                    boxes.Add(new(
                        trunk.Purpose,
                        words.Say(first ? "tree.objective" : "tree.objective.more", branch.Objective.Code),
                        first ? branch.Objective.Name + TreeText.Also(words, branch.AlsoFor.Select(purpose => purpose.Code)) : null,
                        part)
                    {
                        // A phone cannot read thirty actions in one picture.
                        Picture = first && shown is not null && tree.Actions.Count > TreePicture.MostActionsOnACard
                            ? (shown.Picture(branch.Objective.Code), TreeCounts.Of(branch).Said(words, branch.Objective.Code))
                            : null,
                    });
                }
            }
        }

        foreach (var (part, first) in Parts(TreeText.ToBeLinked(words, tree, year)))
        {
            boxes.Add(new(null, words[first ? "tree.to-be-linked" : "tree.to-link-too"], null, part));
        }

        return boxes;
    }

    private static IEnumerable<(IReadOnlyList<TreeLine> Lines, bool First)> Parts(IEnumerable<TreeLine> lines)
    {
        var (part, length, first) = (new List<TreeLine>(), 0, true);
        foreach (var line in lines)
        {
            if (part.Count > 0 && length + line.Text.Length > MostInBox)
            {
                yield return (part, first);
                (part, length, first) = ([], 0, false);
            }

            part.Add(line);
            length += line.Text.Length;
        }

        if (part.Count > 0)
        {
            yield return (part, first);
        }
    }

    private static List<List<Box>> Pages(List<Box> boxes)
    {
        List<List<Box>> pages = [[]];
        var length = 0;
        foreach (var box in boxes)
        {
            if (pages[^1].Count > 0 && length + box.Length > MostOnPage)
            {
                pages.Add([]);
                length = 0;
            }

            pages[^1].Add(box);
            length += box.Length;
        }

        return pages;
    }

    private static AdaptiveImage Picture(string address, string said) => new(address) { AltText = said, Size = AdaptiveImageSize.Stretch, Spacing = AdaptiveSpacing.Medium };

    private static AdaptiveContainer Shown(Box box)
    {
        List<AdaptiveElement> items = [];
        if (box.Label is { } label)
        {
            items.Add(Context(label));
        }

        if (box.Name is { } name)
        {
            items.Add(Bold(Plain(name), AdaptiveSpacing.None));
        }

        // Lists within lists are not shown by all clients: what is deeper stands below in small letters.
        for (var i = 0; i < box.Lines.Count;)
        {
            var level = box.Lines[i].Level;
            var run = box.Lines.Skip(i).TakeWhile(line => line.Level == level).Select(line => Plain(line.Text)).ToList();
            items.Add(level is 0 or 2 ? Text(Bullets(run), AdaptiveSpacing.Small) : Detail(Bullets(run), AdaptiveSpacing.None));
            i += run.Count;
        }

        if (box.Purpose is null && box.Name is null)
        {
            var orphans = Group(items);
            orphans.Separator = true;
            return orphans;
        }

        return Grey(items);
    }

    private static void Ends(Words words, ProjectTree tree, List<AdaptiveElement> body)
    {
        if (tree.Branches.Count == 0)
        {
            body.Add(Text(words["tree.no-objective"]));
        }

        if (tree.LinkedActions is { } linked)
        {
            body.Add(Detail(words.Say("tree.share", words.Figure(linked, 0))));
        }
    }

    private static string Fallback(Words words, ProjectTree tree, TreeReading? reading, List<Box> page) => string.Join('\n',
    [
        words.Say("tree.counts", tree.Branches.Count, tree.Actions.Count, tree.ToBeLinked.Count, tree.Criteria.Count),
        .. reading is not null ? [reading.Data.Subtitle] : (string[])[],
        .. page.SelectMany(box => (IEnumerable<string>)[.. box.Label is { } label ? [box.Name is { } name ? $"{label}{words["colon"]}{name}" : label] : (string[])[], TreeText.Indented(box.Lines)]),
    ]);

    private static string Short(string name) => name.Length <= 24 ? name : name[..23].TrimEnd() + "…";

    /// <summary>An objective, or a part of a large one; what is to be linked has neither purpose nor name.</summary>
    private sealed record Box(Purpose? Purpose, string? Label, string? Name, IReadOnlyList<TreeLine> Lines)
    {
        /// <summary>Its address, and what it says.</summary>
        public (string Address, string Said)? Picture { get; init; }

        public int Length => (Picture is var (address, said) ? address.Length + said.Length + 100 : 0) + (Label?.Length ?? 0) + (Name?.Length ?? 0) + Lines.Sum(line => line.Text.Length + 8) + 60;
    }
}
