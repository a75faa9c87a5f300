using System.Globalization;
using System.Xml.Linq;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>The run settings of a run on the fleet.</summary>
public sealed record FleetSettings
{
    public string Isolation { get; init; } = "process";

    /// <summary>Whether the tests run beside the coordinator, without servers and agents.</summary>
    public bool IsEmbedded { get; init; }

    /// <summary>How long a test of the waiting suite takes.</summary>
    public double Seconds { get; init; } = 2;

    public string? Filter { get; init; }

    /// <summary>Elements besides those that every run has.</summary>
    public IReadOnlyList<XElement> More { get; init; } = [];

    /// <summary>Of <c>dotnet test</c> alone.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What else stands in the variables' element.</summary>
    public XElement? Variables { get; init; }

    /// <summary>Without it the suite runs natively.</summary>
    public bool IsEnabled { get; init; } = true;

    internal string Write(Fleet fleet, string journal)
    {
        var section = new XElement(
            "TestFlock",
            new XElement("Enabled", IsEnabled),
            new XElement("Broker", IsEmbedded ? "embedded" : fleet.Broker),
            new XElement("Coordination", IsEmbedded ? "embedded" : fleet.Coordination),
            new XElement("Isolation", Isolation),
            new XElement(
                "Variables",
                new XElement("Set", new XAttribute("Name", "FLEET_JOURNAL"), new XAttribute("Value", journal)),
                new XElement(
                    "Set",
                    new XAttribute("Name", "FLEET_SECONDS"),
                    new XAttribute("Value", Seconds.ToString(CultureInfo.InvariantCulture))),
                Variables?.Elements()),
            More);
        var file = Path.Combine(fleet.Folder, $"{Guid.NewGuid():N}.runsettings");
        new XDocument(new XElement("RunSettings", section)).Save(file);
        return file;
    }
}
