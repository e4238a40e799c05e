using SocialUtility.Bot.Guides;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Steps;

namespace SocialUtility.Tests.Guides;

/// <summary>Every question of the method reaches the people it is for, and nobody else is put it.</summary>
public sealed class AudienceTests
{
    /// <summary>Asked without naming each one: all of the third step come from the data.</summary>
    private static readonly string[] FromTheData = ["e3-recueillir."];

    /// <summary>Asked by a finding of the coherence check, or by a vote or a decision on a card: not by a guide that names them.</summary>
    private static readonly string[] Elsewhere =
    [
        "e2-clarifier.sans-lien", "e2-clarifier.objectif-sans-action",
        "e4-definir.regrouper", "e4-definir.dimension", "e4-definir.important", "e4-definir.singulier", "e4-definir.desaccord", "e4-definir.valider",
        "e5-indicateurs.supprimer",
    ];

    public static TheoryData<string, string> FirstSteps
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var question in MethodQuestions.Instance.Steps.Take(2).SelectMany(step => step.Questions))
            {
                cells.Add(question.Id, question.Audience);
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(FirstSteps))]
    public void A_question_of_the_first_two_steps_is_in_its_guide_once_for_the_audience_it_names(string id, string audience)
    {
        Assert.Equal(1, StepGuide.Steps.Sum(step => step.All.Count(question => question == id)));
        Assert.Equal(audience, StepQuestions.AudienceOf(id));
        Assert.Equal(audience == "tous", StepQuestions.IsEachOnes(id));
    }

    [Theory]
    [InlineData("ca", Role.Board, true, true)]
    [InlineData("ca", Role.Coordinator, true, false)]
    [InlineData("ca", Role.Coordinator, false, true)]
    [InlineData("ca", Role.Volunteer, false, false)]
    [InlineData("coordination", Role.Coordinator, true, true)]
    [InlineData("coordination", Role.Board, true, false)]
    [InlineData("coordination", Role.Volunteer, false, false)]
    [InlineData("tous", Role.Volunteer, true, true)]
    [InlineData("tous", Role.Keeper, true, true)]
    [InlineData("tous", Role.Treasurer, true, true)]
    [InlineData("tous", Role.Board, true, true)]
    [InlineData("tous", Role.Partner, true, false)]
    [InlineData("tous", Role.Observer, true, false)]
    [InlineData("benevole", Role.Volunteer, true, true)]
    [InlineData("partenaire", Role.Partner, true, false)]
    [InlineData("usager", Role.Volunteer, true, false)]
    public void An_audience_is_who_it_says(string audience, Role role, bool boardSits, bool reached) =>
        Assert.Equal(reached, Audience.Reaches(audience, [role], boardSits));

    [Theory]
    [InlineData("e2-clarifier.origine")]
    [InlineData("e2-clarifier.constat")]
    [InlineData("e2-clarifier.finalite")]
    [InlineData("e2-clarifier.objectif")]
    [InlineData("e2-clarifier.action")]
    [InlineData("e2-clarifier.specificite")]
    [InlineData("e4-definir.nommer")]
    [InlineData("e4-definir.definir")]
    [InlineData("e4-definir.preuve")]
    [InlineData("e5-indicateurs.trace")]
    public void Each_kind_of_association_has_an_example_of_its_own(string question)
    {
        foreach (var words in (Words[])[Words.In(Language.French), Words.In(Language.English)])
        {
            var examples = Enum.GetNames<AssociationType>().Select(type => words[$"example.{question}.{type}"]).Append(words[$"example.{question}"]).ToList();
            Assert.Equal(examples.Count, examples.Distinct().Count());
        }
    }

    [Fact]
    public void Every_question_up_to_the_indicators_is_asked_somewhere()
    {
        var written = SourceCode.Of("SocialUtility.Bot").Concat(SourceCode.Of("SocialUtility.Domain")).SelectMany(source => SourceCode.Literals(source.Text)).ToHashSet();
        var questions = MethodQuestions.Instance.Steps.Take(6).SelectMany(step => step.Questions).Select(question => question.Id).ToList();

        Assert.Equal(61, questions.Count);
        Assert.DoesNotContain(questions, id => !written.Contains(id) && !Elsewhere.Contains(id) && !FromTheData.Any(step => id.StartsWith(step, StringComparison.Ordinal)));
    }
}
