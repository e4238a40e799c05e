using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SocialUtility.Benchmarks.Servers;

/// <summary>
/// The least that any bot must do: Kestrel reads one activity, one small reply is posted to where the activity says,
/// the channel's answer is read. No routing, no logging, no framework.
/// </summary>
internal static class Floor
{
    public const string Role = "floor";

    public static async Task RunAsync(string url)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        await using var app = builder.Build();
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        app.Run(request => AnswerAsync(request, http));
        app.Urls.Add(url);
        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext request, HttpClient http)
    {
        var heard = (await JsonSerializer.DeserializeAsync(request.Request.Body, FloorJson.Default.FloorActivity))!;
        var reply = new FloorActivity("message", null, null, heard.Conversation, heard.Recipient, heard.From, $"« {heard.Text} »", heard.Id);
        var address = $"{heard.ServiceUrl!.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(heard.Conversation!.Id!)}/activities/{Uri.EscapeDataString(heard.Id!)}";
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, FloorJson.Default.FloorActivity));
        content.Headers.ContentType = new("application/json");
        using var response = await http.PostAsync(address, content);
        response.EnsureSuccessStatusCode();
        _ = await response.Content.ReadFromJsonAsync(FloorJson.Default.FloorAccount);
    }
}

/// <summary>What an answer needs of an activity.</summary>
internal sealed record FloorActivity(string? Type, string? Id, string? ServiceUrl, FloorAccount? Conversation, FloorAccount? From, FloorAccount? Recipient, string? Text, string? ReplyToId);

/// <summary>Somebody, a conversation, or what was posted.</summary>
internal sealed record FloorAccount(string? Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FloorActivity))]
internal sealed partial class FloorJson : JsonSerializerContext;
