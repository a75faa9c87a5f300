using TestFlock.TestAdapter.Flock.Coordinator;

namespace TestFlock.TestAdapter.Tests.Flock;

public sealed class CoordinatorProgramTests : IDisposable
{
    private readonly DirectoryInfo _output = Directory.CreateTempSubdirectory("testflock-test-");

    private string Source => Path.Combine(_output.FullName, "Suite.dll");

    public void Dispose() => _output.Delete(recursive: true);

    [Fact]
    public void Find_with_program_in_the_output_takes_it_before_a_noted_one()
    {
        Write("testflock/program.path", _output.FullName);
        var program = Write("testflock/program/testflock.dll", "");

        CoordinatorProgram.Find(Source).ShouldBe(program);
    }

    [Fact]
    public void Find_with_noted_folder_looks_there()
    {
        var program = Write("elsewhere/testflock.dll", "");
        Write("testflock/program.path", Path.GetDirectoryName(program) + Path.DirectorySeparatorChar + "\n");

        CoordinatorProgram.Find(Source).ShouldBe(program);
    }

    [Fact]
    public void Find_without_program_names_the_places_and_the_cure()
    {
        Write("testflock/program.path", "/nowhere/");

        var error = Should.Throw<CoordinatorStartException>(() => CoordinatorProgram.Find(Source)).Message;

        error.ShouldContain(Path.Combine(_output.FullName, "testflock", "program", "testflock.dll"));
        error.ShouldContain("/nowhere/testflock.dll");
        error.ShouldContain("<TestFlockCopyProgram>true</TestFlockCopyProgram>");
    }

    private string Write(string file, string text)
    {
        var path = Path.Combine(_output.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
