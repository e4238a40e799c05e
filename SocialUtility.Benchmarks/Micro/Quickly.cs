using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace SocialUtility.Benchmarks.Micro;

/// <summary>Within this process: nothing is built, a few minutes are enough.</summary>
internal sealed class Quickly : ManualConfig
{
    public Quickly()
    {
        Add(DefaultConfig.Instance);
        ArtifactsPath = Path.Combine(AppContext.BaseDirectory, "micro");
        AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
