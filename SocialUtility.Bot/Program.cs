using SocialUtility.Bot;
using SocialUtility.Bot.Storage;
using SocialUtility.Bot.Web;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddStorage(builder.Configuration);
builder.Services.AddBot();
builder.Services.AddWebDoor(builder.Configuration);

var app = builder.Build();
app.MapWebDoor();
app.MapBot();
return await app.RunGuardedAsync();
