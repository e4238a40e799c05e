using System.Globalization;
using BenchmarkDotNet.Running;
using SocialUtility.Benchmarks.Load;
using SocialUtility.Benchmarks.Micro;
using SocialUtility.Benchmarks.Servers;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case [Floor.Role, var url]:
        await Floor.RunAsync(url);
        return 0;
    case [Echo.Role, var url]:
        await Echo.RunAsync(url);
        return 0;
    case ["micro", .. var which]:
        BenchmarkSwitcher.FromAssembly(typeof(InsideATurn).Assembly).Run(which.Length > 0 ? which : ["--filter", "*"], new Quickly());
        return 0;
    case ["crowd"]:
        return await CrowdRun.RunAsync();
    case ["reminders"]:
        return await ReminderRun.RunAsync();
    case ["import"]:
        return await ImportRun.RunAsync();
    case [] or ["load", ..]:
        return await LoadRun.RunAsync([.. args.Skip(1)]);
    default:
        Console.Error.WriteLine("dotnet run -c Release --project SocialUtility.Benchmarks [-- load [--rounds N] [--only NAME] [--with SETTING=VALUE] [--bot FOLDER] [--beside FOLDER] | crowd | import | reminders | micro [BenchmarkDotNet's switches]]");
        return 2;
}
