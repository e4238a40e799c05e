using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;

namespace SocialUtility.Bot.Web;

/// <summary>The files of the page: our own, in the program, and Web Chat's script beside it. Each address names its content, so it is kept for good.</summary>
public sealed class WebAssets
{
    public const string WebChat = "webchat.js";

    private const string Prefix = "web/";

    private readonly FrozenDictionary<string, Asset> assets;

    public WebAssets(string folder) => assets = Own().Concat(Beside(folder)).ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);

    public WebAssets() : this(AppContext.BaseDirectory)
    {
    }

    /// <summary>False where the program was built without a network.</summary>
    public bool HasWebChat => assets.ContainsKey(WebChat);

    public string Address(string name) => assets.TryGetValue(name, out var asset) ? $"{PathOf(name)}?v={asset.Hash}" : PathOf(name);

    public void Map(IEndpointRouteBuilder app)
    {
        foreach (var asset in assets.Values)
        {
            app.MapGet(PathOf(asset.Name), (HttpContext http) => Send(http, asset));
        }
    }

    private static IResult Send(HttpContext http, Asset asset)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = http.Request.Query["v"] == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = "Accept-Encoding";
        var zipped = http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (zipped)
        {
            headers.ContentEncoding = "gzip";
        }

        return Results.Bytes(zipped ? asset.Zipped.Value : asset.Plain.Value, asset.Type, entityTag: new($"\"{asset.Hash}{(zipped ? "-z" : "")}\""));
    }

    private static string PathOf(string name) => name.StartsWith(WebChat, StringComparison.Ordinal) ? $"/{name}" : $"/web/{name}";

    private static IEnumerable<Asset> Own()
    {
        var assembly = typeof(WebAssets).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            yield return new(name[Prefix.Length..], () => assembly.GetManifestResourceStream(name)!);
        }
    }

    private static IEnumerable<Asset> Beside(string folder) =>
        from name in (string[])[WebChat, WebChat + ".LICENSE.txt"]
        let path = Path.Combine(folder, name)
        where File.Exists(path)
        select new Asset(name, () => File.OpenRead(path));

    private sealed class Asset
    {
        public Asset(string name, Func<Stream> open)
        {
            Name = name;
            using (var stream = open())
            {
                Hash = Convert.ToHexStringLower(SHA256.HashData(stream))[..16];
            }

            Plain = new(() =>
            {
                using var stream = open();
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                return bytes.ToArray();
            });
            Zipped = new(() =>
            {
                using var stream = open();
                using var bytes = new MemoryStream();
                using (var zip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
                {
                    stream.CopyTo(zip);
                }

                return bytes.ToArray();
            });
        }

        public string Name { get; }

        public string Hash { get; }

        public string Type => Path.GetExtension(Name) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".json" => "application/json",
            _ => "text/plain; charset=utf-8",
        };

        public Lazy<byte[]> Plain { get; }

        public Lazy<byte[]> Zipped { get; }
    }
}
