using TestFlock.Core.Planning.Declarations;

namespace TestFlock.Core.Tests.Planning;

public class DeclarationTests
{
    [Theory]
    [InlineData("NUnit", "Declares.Plain", null)]
    [InlineData("NUnit", "Declares.Parallel", null)]
    [InlineData("NUnit", "Declares.ParallelFixtures", null)]
    [InlineData("NUnit", "Declares.OrderedMethods", "[Order]")]
    [InlineData("NUnit", "Declares.HeirOfOrderedMethods", "[Order]")]
    [InlineData("NUnit", "Declares.OrderedByOwnAttribute", "[Order]")]
    [InlineData("NUnit", "Declares.Serial", "[NonParallelizable]")]
    [InlineData("NUnit", "Declares.SerialByScope", "[Parallelizable(ParallelScope.None)]")]
    [InlineData("NUnit", "Declares.SerialMethod", "[NonParallelizable]")]
    [InlineData("NUnit", "Declares.OneThread", "[SingleThreaded]")]
    [InlineData("NUnit", "Declares.TakesItBack", null)]
    [InlineData("NUnit", "Declares.HeirOfAnotherAssembly", "[NonParallelizable]")]
    [InlineData("NUnit", "Declares.HeirOfGeneric", "[Order]")]
    [InlineData("NUnit", "Declares.GenericSerial", "[Order]")]
    [InlineData("NUnit", "Declares.Outer", null)]
    [InlineData("NUnit", "Declares.Outer+Inner", "[NonParallelizable]")]
    [InlineData("XunitV2", "Declares.Plain", null)]
    [InlineData("XunitV2", "Declares.WithFixture", null)]
    [InlineData("XunitV2", "Declares.Ordered", "[TestCaseOrderer]")]
    [InlineData("XunitV3", "Declares.Plain", "[assembly: CollectionBehavior]")]
    [InlineData("XunitV3", "Declares.Ordered", "[TestCaseOrderer]")]
    [InlineData("MsTest", "Declares.Plain", null)]
    [InlineData("MsTest", "Declares.Serial", "[DoNotParallelize]")]
    [InlineData("MsTest", "Declares.HeirOfSerial", "[DoNotParallelize]")]
    [InlineData("MsTest", "Declares.SerialMethod", "[DoNotParallelize]")]
    [InlineData("MsTest", "Declares.LocksInMethods", null)]
    [InlineData("MsTest", "Declares.Steps", "[DependsOn]")]
    [InlineData("MsTest", "Declares.AfterPlain2", "[DependsOn]")]
    [InlineData("MsTest", "Declares.Plain2", "[DependsOn]")]
    public void Read_class_tells_why_it_stays_whole(string assembly, string name, string? because)
    {
        Find(assembly, name).WholeBecause.ShouldBe(because);
    }

    [Theory]
    [InlineData("NUnit", "Declares.Steps.StepOne", "ordered classes of Declares.Steps")]
    [InlineData("NUnit", "Declares.Steps.StepTwo", "ordered classes of Declares.Steps")]
    [InlineData("NUnit", "Declares.Steps.NoStep", null)]
    [InlineData("XunitV2", "Declares.FirstOfDatabase", "collection Database")]
    [InlineData("XunitV2", "Declares.SecondOfDatabase", "collection Database")]
    [InlineData("XunitV2", "Declares.HeirOfDatabase", "collection Database")]
    [InlineData("XunitV2", "Declares.OfOther", "collection Other")]
    [InlineData("XunitV2", "Declares.WithFixture", null)]
    [InlineData("XunitV3", "Declares.ByGeneric", "collection Declares.Database")]
    [InlineData("XunitV3", "Declares.ByType", "collection Declares.Database")]
    [InlineData("XunitV3", "Declares.ByOwnA", "collection [OwnCollection]")]
    [InlineData("MsTest", "Declares.LocksPort", "resource port")]
    [InlineData("MsTest", "Declares.AfterPlain2", "Declares.Plain2")]
    public void Read_class_tells_what_it_is_bound_to(string assembly, string name, string? bond)
    {
        Find(assembly, name).Bonds.Select(found => found.Name).ShouldBe(bond is null ? [] : [bond]);
    }

    [Fact]
    public void Read_collections_are_equal_by_type_and_by_name_each()
    {
        var byGeneric = Find("XunitV3", "Declares.ByGeneric").Bonds;

        Find("XunitV3", "Declares.ByType").Bonds.ShouldBe(byGeneric);
        Find("XunitV3", "Declares.ByName").Bonds.ShouldNotBe(byGeneric);
        Find("XunitV3", "Declares.ByOwnA").Bonds.ShouldBe(Find("XunitV3", "Declares.ByOwnAToo").Bonds);
        Find("XunitV3", "Declares.ByOwnA").Bonds.ShouldNotBe(Find("XunitV3", "Declares.ByOwnB").Bonds);
    }

    [Fact]
    public void Read_resource_locks_of_methods_bind_what_some_test_changes()
    {
        var locks = Find("MsTest", "Declares.LocksInMethods");

        locks.MethodBonds.Keys.ShouldBe(["Port", "ReadsFile"], ignoreOrder: true);
        locks.MethodBonds["Port"].ShouldBe(Find("MsTest", "Declares.LocksPort").Bonds);
        locks.MethodBonds["ReadsFile"].ShouldBe(Find("MsTest", "Declares.ChangesFile").MethodBonds["One"]);
    }

    [Theory]
    [InlineData("NUnit", null)]
    [InlineData("XunitV2", null)]
    [InlineData("XunitV3", "[CollectionBehavior]")]
    [InlineData("MsTest", null)]
    public void Read_assembly_tells_whether_it_is_serial(string assembly, string? attribute)
    {
        Read(assembly).SerialBecause.ShouldBe(attribute);
    }

    [Fact]
    public void Read_what_is_no_assembly_throws()
    {
        Should.Throw<BadImageFormatException>(() => TestAssemblyReader.Read("missing.dll", _ => null));
        Should.Throw<BadImageFormatException>(
            () => TestAssemblyReader.Read("text.dll", _ => new MemoryStream("no assembly"u8.ToArray())));
        Should.Throw<BadImageFormatException>(() => TestAssemblyReader.Read("empty.dll", _ => new MemoryStream()));
    }

    [Fact]
    public void Read_with_broken_neighbours_still_tells_the_classes_own_declarations()
    {
        var declarations = TestAssemblyReader.Read(
            DeclaringAssembly.PathOf("NUnit"),
            path => path == DeclaringAssembly.PathOf("NUnit") ? File.OpenRead(path) : new MemoryStream([1, 2, 3]));

        declarations.TryFind("Declares.HeirOfAnotherAssembly", out var heir).ShouldBeTrue();
        heir.ShouldNotBeNull().WholeBecause.ShouldBeNull();
        declarations.TryFind("Declares.Serial", out var serial).ShouldBeTrue();
        serial.ShouldNotBeNull().WholeBecause.ShouldBe("[NonParallelizable]");
    }

    [Fact]
    public void Read_closes_every_file()
    {
        var opened = new List<FileStream>();
        TestAssemblyReader.Read(DeclaringAssembly.PathOf("NUnit"), path =>
        {
            if (!File.Exists(path))
                return null;
            opened.Add(File.OpenRead(path));
            return opened[^1];
        });

        opened.Count.ShouldBeGreaterThan(1);
        opened.ShouldAllBe(file => !file.CanRead);
    }

    private static AssemblyDeclarations Read(string assembly) =>
        TestAssemblyReader.Read(DeclaringAssembly.PathOf(assembly), DeclaringAssembly.Open);

    private static ClassDeclaration Find(string assembly, string name)
    {
        Read(assembly).TryFind(name, out var declaration).ShouldBeTrue($"{assembly} has no class {name}");
        return declaration!;
    }
}
