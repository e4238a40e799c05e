using System.Diagnostics.CodeAnalysis;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Pictures;
using SocialUtility.Bot.Storage;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Example;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Profiles;

namespace SocialUtility.Benchmarks.Micro;

/// <summary>What a turn is made of, piece by piece, on the worked example.</summary>
[MemoryDiagnoser]
[SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet calls the clean-up.")]
public class InsideATurn
{
    private static readonly Id<Association> House = Id<Association>.Parse("potager");
    private static readonly Person Somebody = new("teams|tenant|somebody");
    private static readonly DateTimeOffset Now = new(2027, 1, 15, 9, 0, 0, TimeSpan.Zero);

    private static readonly byte[] Message = Encoding.UTF8.GetBytes("""
        {"type":"message","id":"1776825925953","timestamp":"2026-11-22T02:45:26.0070993Z","serviceUrl":"http://127.0.0.1:1/emea/","channelId":"msteams","locale":"fr-FR",
        "from":{"id":"29:1person","name":"Personne","aadObjectId":"00000000-0000-4000-8000-000000000001"},"recipient":{"id":"28:bot","name":"Utilité sociale"},
        "conversation":{"conversationType":"personal","tenantId":"tenant","id":"a:1conversation"},"entities":[{"type":"clientInfo","locale":"fr-FR","country":"FR"}],
        "channelData":{"tenant":{"id":"tenant"}},"replyToId":"1776825920001","value":{"kind":"value.record","nonce":"n1","v":0,"indicator":"i","period":"2026-11","valeur":"402"}}
        """);

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private readonly CloudAdapter adapter = new(new ConfigurationBuilder().Build());
    private readonly SilentBot silent = new();
    private readonly string typed = "environ 1 240,5 personnes";
    private SqliteTable table = null!;
    private Session session = null!;
    private Profile profile = null!;
    private ValueMoment moment = null!;
    private Measurement noted = null!;
    private YearOf year = null!;
    private Dossier dossier = null!;
    private IReadOnlyList<Measurement> readings = [];
    private TreeData small = null!;
    private TreeData large = null!;

    [GlobalSetup]
    public void Set() => SetAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Clean()
    {
        table.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark(Description = "an activity heard by our adapter, nothing said")]
    public Task Heard()
    {
        DefaultHttpContext http = new();
        (http.Request.Method, http.Request.ContentType, http.Request.Body) = ("POST", "application/json; charset=utf-8", new MemoryStream(Message, writable: false));
        return adapter.ProcessAsync(http.Request, http.Response, silent);
    }

    [Benchmark(Description = "« environ 1 240,5 personnes » read as a figure")]
    public FigureRead Figure() => FigureText.Read(typed, Language.French);

    [Benchmark(Description = "definitions read from SQLite")]
    public ValueTask<Dossier?> Definitions() => Dossier.OpenAsync(table, House, default);

    [Benchmark(Description = "the card « profil », built and written")]
    public string ProfileWritten() => ProfileCard.For(session, profile, 0, _ => null).ToJson();

    [Benchmark(Description = "the card that asks for a value, built and written")]
    public string FormWritten() => ValueCard.Form(session, moment).ToJson();

    [Benchmark(Description = "the card of a value noted, built and written")]
    public string RecordedWritten() => RecordedCard.For(session, moment, noted, year).ToJson();

    [Benchmark(Description = "the card « arbre » with the address of its picture, built and written")]
    public string TreeWritten() => TreeCard.For(session, shown: new("https://bot.example.org/trees/a/b", Now)).ToJson();

    [Benchmark(Description = "the tree of the worked example, from its definitions to SVG for A4")]
    public IReadOnlyList<string> TreeDrawn() => TreePicture.PaperSvg(new TreeReading(dossier, readings, 2026, session.Today, Language.French).Data);

    [Benchmark(Description = "a tree of 60 actions and 40 indicators as SVG for A4")]
    public IReadOnlyList<string> LargeTreeDrawn() => TreePicture.PaperSvg(large);

    [Benchmark(Description = "the same tree, one page as PNG")]
    public byte[] LargeTreePainted() => TreePicture.PaperPng(large, 1)!;

    [Benchmark(Description = "the picture on a card: the worked example for a phone as PNG")]
    public byte[] PhonePainted() => TreePicture.PhonePng(small);

    private static TreeData Large() => new()
    {
        Title = "Un grand arbre",
        Language = Language.French,
        Purposes = [new("F1", "Une finalité", ["O1", "O2", "O3", "O4", "O5", "O6"])],
        Objectives = [.. Enumerable.Range(1, 6).Select(number => new TreeObjective($"O{number}", $"Permettre à {number * 10} habitants de participer chaque mois"))],
        Actions = [.. Enumerable.Range(1, 60).Select(number => new TreeNode($"A{number}", $"Atelier du quartier numéro {number}", $"O{1 + (number % 6)}", number % 5 == 0 ? [$"O{1 + (number % 4)}"] : []))],
        Criteria = [.. Enumerable.Range(1, 12).Select(number => new TreeNode($"C{number}", "On n’est plus seul", $"O{1 + (number % 6)}"))],
        Indicators = [.. Enumerable.Range(1, 40).Select(number => new TreeIndicator($"Personnes rencontrées {number}", $"C{1 + (number % 12)}", "52 personnes", "départ 31 · cible 60 · compté"))],
    };

    private async Task SetAsync()
    {
        table = new(Path.Combine(folder, "micro.db"));
        await table.WriteAsync(Association.Partition(House), WorkedExample.Rows(House, Somebody, Now), default);
        dossier = (await Dossier.OpenAsync(table, House, default))!;
        session = new(table, new() { Person = Somebody, Conversation = "a:1", Locale = "fr-FR" }, Now, new() { PrivacyRead = 1 }, new());
        session.In(dossier, new() { Association = House, Person = Somebody, Roles = [Role.Coordinator], Since = Now });
        readings = await session.Ledger.OfYearsAsync(2026, 2026, default);
        profile = Profile.Of(dossier, readings, 2026, session.Today);
        var indicator = dossier.Indicators.First(one => one.IsFigure);
        noted = readings.Last(reading => reading.Indicator == indicator.Id);
        moment = await ValueMoment.OfAsync(session, indicator, noted.Period, default);
        year = moment.YearWith(session, noted);
        small = new TreeReading(dossier, readings, 2026, session.Today, Language.French).Data;
        large = Large();
    }

    private sealed class SilentBot : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
