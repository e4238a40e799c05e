using SocialUtility.Bot;
using SocialUtility.Bot.Storage;
using SocialUtility.Bot.Web;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.Hosting", LogLevel.Warning);
builder.Services.AddStorage(builder.Configuration);
builder.Services.AddBot();
builder.Services.AddWebDoor(builder.Configuration);

var app = builder.Build();
app.MapWebDoor();
app.MapBot();
using var firstRun = await FirstRun.PrepareAsync(app);
return await app.RunGuardedAsync();
