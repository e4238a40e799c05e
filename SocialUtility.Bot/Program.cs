using SocialUtility.Bot;
using SocialUtility.Bot.Manifest;
using SocialUtility.Bot.Storage;
using SocialUtility.Bot.Web;

if (args is [AppPackage.Command, ..])
{
    return await AppPackage.RunAsync(args);
}

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddStorage(builder.Configuration);
builder.Services.AddBot();
builder.Services.AddWebDoor(builder.Configuration);

var app = builder.Build();
app.MapWebDoor();
app.MapBot();
app.MapPictures();
app.MapSheets();
app.MapPapers();
app.MapTables();
app.MapPlainPages();
app.MapInvitations();
using var firstRun = await FirstRun.PrepareAsync(app);
return await app.RunGuardedAsync();
