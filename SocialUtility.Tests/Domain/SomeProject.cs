using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Storage;

namespace SocialUtility.Tests;

/// <summary>Any project that people could have written: links to what is retired, to several, to none, said and unsaid.</summary>
internal sealed record SomeProject(IReadOnlyList<Entry> Entries)
{
    public static Arbitrary<SomeProject> Arbitrary => Arb.From(
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from objectives in Gen.Choose(0, 6)
        from actions in Gen.Choose(0, 12)
        select Of(new Random(seed), objectives, actions));

    public Dossier Dossier
    {
        get
        {
            MemoryTable table = new();
            Entry[] all = [An.Association, .. Entries];
            // The memory table answers at once.
            table.WriteAsync(Association.Partition(An.Association.Id), [.. all.Select(entry => Change.Put(entry.Key, DomainJson.Write(entry)))], CancellationToken.None).AsTask().GetAwaiter().GetResult();
            return Dossier.OpenAsync(table, An.Association.Id, CancellationToken.None).AsTask().GetAwaiter().GetResult()!;
        }
    }

    public override string ToString() => string.Join('\n', Entries.Select(DomainJson.Write));

    private static SomeProject Of(Random random, int objectives, int actions)
    {
        bool Sometimes(int percent) => random.Next(100) < percent;
        List<Id<T>> Ids<T>(string letter, int count) => [.. Enumerable.Range(1, count).Select(number => Id<T>.Parse($"{letter}{number}"))];
        var purposes = Ids<Purpose>("p", random.Next(4));
        var wanted = Ids<Objective>("o", objectives);
        var done = Ids<SocialAction>("a", actions);
        var looked = Ids<Criterion>("c", random.Next(6));
        IReadOnlyList<T> Some<T>(List<T> of) => [.. of.Where(_ => Sometimes(35))];
        IReadOnlyList<Link> Links() => [.. Some(wanted).Select(id => new Link(id, Sometimes(50) ? "on s’y parle" : null))];
        Id<Objective>? Mainly() => wanted.Count > 0 && Sometimes(40) ? wanted[random.Next(wanted.Count)] : null;
        return new(
        [
            .. purposes.Select((id, index) => An.Purpose with { Id = id, Number = index + 1, Retired = Sometimes(15) }),
            .. wanted.Select((id, index) => An.Objective with { Id = id, Number = index + 1, Name = $"Vouloir {id}", Purposes = Some(purposes), Adopter = Sometimes(70) ? An.Coordinator : null, Retired = Sometimes(15) }),
            .. done.Select((id, index) => An.Action with { Id = id, Name = $"Faire {id}", Links = Links(), Mainly = Mainly(), Since = An.Evening.AddMinutes(index), Retired = Sometimes(10) }),
            .. looked.Select((id, index) => An.Criterion with { Id = id, Number = index + 1, Name = $"Regarder {id}", Links = Links(), Mainly = Mainly(), Retired = Sometimes(10) }),
            .. looked.Count == 0 ? [] : Ids<Indicator>("i", random.Next(14)).Select((id, index) => An.Indicator with
            {
                Id = id,
                Number = index + 1,
                Name = $"Compter {id}.",
                Criterion = looked[random.Next(looked.Count)],
                Kind = Sometimes(20) ? Kind.Text : Kind.Count,
                Level = Sometimes(30) ? null : Sometimes(50) ? Level.Realisation : Level.Resultat,
                Actions = Some(done),
                Retired = Sometimes(10),
            }),
        ]);
    }
}
