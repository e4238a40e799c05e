using SocialUtility.Bot.Pictures;

namespace SocialUtility.Tests.Pictures;

public sealed class PaintedPicturesTests
{
    [Fact]
    public void A_picture_is_painted_once_while_it_shows_the_same()
    {
        PaintedPictures painted = new();
        var times = 0;
        byte[] Paint() => [(byte)++times];

        Assert.Equal(painted.Of("a", Paint), painted.Of("a", Paint));
        Assert.NotEqual(painted.Of("a", Paint), painted.Of("b", Paint));
        Assert.Equal(2, times);
    }

    [Fact]
    public void Of_many_pictures_the_oldest_are_painted_again()
    {
        PaintedPictures painted = new();
        var times = 0;
        for (var number = 0; number < 100; number++)
        {
            painted.Of($"{number}", () => [0]);
        }

        painted.Of("99", () => [(byte)++times]);
        painted.Of("0", () => [(byte)++times]);

        Assert.Equal(1, times);
    }
}
