namespace AdaptiveCards;

/// <summary>Whether a button stands in the row or in the overflow menu.</summary>
public enum AdaptiveActionMode
{
    Primary = 0,
    Secondary = 1,
}

/// <summary>Whether the inputs of the card go along with a submission, and must be valid for it.</summary>
public enum AdaptiveAssociatedInputs
{
    Auto = 0,
    None = 1,
}

/// <summary>How choices are offered: a list to open, all in sight, or a field that finds as one types.</summary>
public enum AdaptiveChoiceInputStyle
{
    Compact = 0,
    Expanded = 1,
    Filtered = 2,
}

/// <summary>The background of a container.</summary>
public enum AdaptiveContainerStyle
{
    Default = 0,
    Emphasis = 1,
    Good = 2,
    Attention = 3,
    Warning = 4,
    Accent = 5,
}

/// <summary>The family of a font.</summary>
public enum AdaptiveFontType
{
    Default = 0,
    Monospace = 1,
}

/// <summary>Where something stands between left and right.</summary>
public enum AdaptiveHorizontalAlignment
{
    Left = 0,
    Center = 1,
    Right = 2,
    Stretch = 3,
}

/// <summary>Where the content of a cell stands between left and right.</summary>
public enum AdaptiveHorizontalContentAlignment
{
    Left = 0,
    Center = 1,
    Right = 2,
}

/// <summary>How a background picture fills its place.</summary>
public enum AdaptiveImageFillMode
{
    Cover = 0,
    RepeatHorizontally = 1,
    RepeatVertically = 2,
    Repeat = 3,
}

/// <summary>The size of a picture.</summary>
public enum AdaptiveImageSize
{
    Auto = 0,
    Stretch = 1,
    Small = 2,
    Medium = 3,
    Large = 4,
}

/// <summary>The shape of a picture: a portrait is cut round.</summary>
public enum AdaptiveImageStyle
{
    Default = 0,
    Person = 1,
}

/// <summary>The space above an element.</summary>
public enum AdaptiveSpacing
{
    Default = 0,
    None = 1,
    Small = 2,
    Medium = 3,
    Large = 4,
    ExtraLarge = 5,
    Padding = 6,
}

/// <summary>Whether a text is a heading, for those who read by ear.</summary>
public enum AdaptiveTextBlockStyle
{
    Paragraph = 0,
    Heading = 1,
}

/// <summary>The colour of a text, by its meaning.</summary>
public enum AdaptiveTextColor
{
    Default = 0,
    Dark = 1,
    Light = 2,
    Accent = 3,
    Good = 4,
    Warning = 5,
    Attention = 6,
}

/// <summary>What kind of text is asked for.</summary>
public enum AdaptiveTextInputStyle
{
    Text = 0,
    Tel = 1,
    Url = 2,
    Email = 3,
    Password = 4,
}

/// <summary>The size of a text.</summary>
public enum AdaptiveTextSize
{
    Default = 0,
    Small = 1,
    Medium = 2,
    Large = 3,
    ExtraLarge = 4,
}

/// <summary>The weight of a text.</summary>
public enum AdaptiveTextWeight
{
    Default = 0,
    Lighter = 1,
    Bolder = 2,
}

/// <summary>Where something stands between top and bottom.</summary>
public enum AdaptiveVerticalAlignment
{
    Top = 0,
    Center = 1,
    Bottom = 2,
}

/// <summary>Where the content of a card, a container or a cell stands between top and bottom.</summary>
public enum AdaptiveVerticalContentAlignment
{
    Top = 0,
    Center = 1,
    Bottom = 2,
}
