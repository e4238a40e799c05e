namespace SocialUtility.Domain.Voices;

/// <summary>Why a line from a sheet is not kept yet.</summary>
public enum SheetFault
{
    NoWords,
    NoKind,
    TooLong,
    LooksPersonal,
}

/// <summary>One line typed from a paper sheet, as it came: whose words, to which question, and the words.</summary>
public sealed record SheetLine
{
    public const int MostLines = 10;

    /// <summary>The most signs of one line: the paper has two lines to write on.</summary>
    public const int Longest = 1000;

    public SheetLine(Stakeholder? kind, string? question, string text, bool whole = false)
    {
        (Kind, Whole) = (kind, whole);
        Question = question is not null && VoiceQuestions.Exists(question) ? question : VoiceQuestions.Usual;
        Text = text.Kept() ?? "";
    }

    public Stakeholder? Kind { get; }

    public string Question { get; }

    public string Text { get; }

    /// <summary>Whoever typed it has decided to keep what looks personal.</summary>
    public bool Whole { get; }

    public bool IsEmpty => Text.Length == 0 && Kind is null;

    /// <summary>Null for a line that is kept.</summary>
    public SheetFault? Fault => true switch
    {
        _ when Text.Length == 0 => SheetFault.NoWords,
        _ when Kind is null => SheetFault.NoKind,
        _ when Text.Length > Longest => SheetFault.TooLong,
        _ when !Whole && PersonalTraces.In(Text).Count > 0 => SheetFault.LooksPersonal,
        _ => null,
    };
}
