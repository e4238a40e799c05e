using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Steps;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Tests;

/// <summary>« Où en est-on »: from what exists, and from nothing else.</summary>
public sealed class ProgressTests
{
    private static readonly Dossier Nothing = Dossier.New(An.Association);

    [Fact]
    public void Where_nothing_exists_everything_is_open_and_what_needs_something_waits()
    {
        var progress = Progress.Of(Nothing, new());

        Assert.All(progress.Steps, step => Assert.Equal(Reached.Open, step.Reached));
        Assert.Equal([MethodStep.Choose, MethodStep.Record, MethodStep.Understand, MethodStep.Use], progress.Steps.Where(step => !step.CanBegin).Select(step => step.Step));
        Assert.All(progress.Steps, step => Assert.NotEmpty(step.Awaited));
    }

    [Fact]
    public void The_board_decides_to_start_and_the_coordinator_while_nobody_sits_on_it()
    {
        Assert.Contains(Role.Coordinator, Of(MethodStep.Launch, Nothing, new()).Awaited);
        Assert.DoesNotContain(Role.Board, Of(MethodStep.Launch, Nothing, new()).Awaited);
        Assert.Contains(Role.Board, Of(MethodStep.Launch, Nothing, new() { BoardSits = true }).Awaited);

        var decided = Of(MethodStep.Launch, Nothing.With(Answer("e0-decider.accord")), new() { BoardSits = true, Agreed = new(2026, 11, 20) });
        Assert.Equal(Reached.Done, decided.Reached);
        Assert.Empty(decided.Awaited);
    }

    [Fact]
    public void A_step_is_begun_with_its_first_answer_and_framed_with_its_last()
    {
        var questions = MethodQuestions.Instance.Steps[1].Questions;
        var one = Nothing.With(Answer("e1-cadrer.regles"));
        var shared = questions.Where(question => question.Audience != Audience.Everybody).Aggregate(Nothing, (file, question) => file.With(Answer(question.Id)));
        var each = questions.Where(question => question.Audience == Audience.Everybody).Select(question => Answer(question.Id) with { Id = Id<MethodAnswer>.Parse("x") }).ToList();

        Assert.Equal(Reached.Begun, Of(MethodStep.Frame, one, new()).Reached);
        Assert.Equal([Role.Volunteer], Of(MethodStep.Frame, shared, new()).Awaited);
        Assert.Equal(Reached.Done, Of(MethodStep.Frame, shared, new() { Everybody = each }).Reached);
    }

    [Fact]
    public void The_project_is_clear_with_a_purpose_a_confirmed_objective_and_an_action()
    {
        var proposed = Nothing.With(An.Purpose).With(An.Objective).With(An.Action);

        Assert.Equal((Reached.Begun, Role.Coordinator), (Of(MethodStep.Clarify, proposed, new()).Reached, Of(MethodStep.Clarify, proposed, new()).Awaited.Single()));
        Assert.Equal(Reached.Done, Of(MethodStep.Clarify, proposed.With(An.Objective with { Adopter = An.Coordinator }), new()).Reached);
        Assert.Equal(Reached.Begun, Of(MethodStep.Clarify, proposed.With(An.Action with { Retired = true }), new()).Reached);
    }

    [Fact]
    public void All_who_were_named_are_to_be_heard_and_three_kinds_where_nobody_was_named()
    {
        MethodAnswer named = Answer("e1-cadrer.parties") with { Id = Id<MethodAnswer>.Parse("x"), Choices = ["Neighbours", "YoungPeople", "gens du voyage", "3"] };

        Assert.Equal([Stakeholder.Neighbours, Stakeholder.YoungPeople], Progress.Named([named, named], "e1-cadrer.parties"));
        Assert.Equal(Reached.Begun, Of(MethodStep.Hear, Nothing, new() { Everybody = [named], Heard = [Stakeholder.Neighbours] }).Reached);
        Assert.Equal(Reached.Done, Of(MethodStep.Hear, Nothing, new() { Everybody = [named], Heard = [Stakeholder.Neighbours, Stakeholder.YoungPeople] }).Reached);
        Assert.Equal(Reached.Begun, Of(MethodStep.Hear, Nothing, new() { Heard = [Stakeholder.Neighbours, Stakeholder.Board] }).Reached);
        Assert.Equal(Reached.Done, Of(MethodStep.Hear, Nothing, new() { Heard = [Stakeholder.Neighbours, Stakeholder.Board, Stakeholder.Schools] }).Reached);
    }

    [Fact]
    public void From_a_criterion_to_readings_the_parts_follow_one_another()
    {
        var criterion = Nothing.With(An.Criterion);
        var measured = criterion.With(An.Indicator);

        Assert.Equal((Reached.Begun, true), (Of(MethodStep.Define, criterion, new()).Reached, Of(MethodStep.Choose, criterion, new()).CanBegin));
        Assert.Equal(Reached.Done, Of(MethodStep.Define, criterion, new() { Adopted = new(2026, 11, 20) }).Reached);
        Assert.Equal((Reached.Done, true), (Of(MethodStep.Choose, measured, new()).Reached, Of(MethodStep.Record, measured, new()).CanBegin));
        var read = Progress.Of(measured, new() { HasReadings = true });
        Assert.Equal((Reached.Begun, Reached.Done, Reached.Begun), (read.Of(Part.Define), read.Of(Part.Measure), read.Of(Part.Use)));
    }

    private static StepReached Of(MethodStep step, Dossier file, Beside beside) => Progress.Of(file, beside).Steps.Single(one => one.Step == step);

    private static MethodAnswer Answer(string question) => new() { Question = question, Text = "oui", By = An.Coordinator, At = An.Evening };
}
