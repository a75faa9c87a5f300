using TestFlock.Core.Settings;
using TestFlock.Core.Settings.Reading;

namespace TestFlock.Core.Tests.Settings;

public class NotAvailableYetTests
{
    [Theory]
    [InlineData(null, "<Suite>, line 3: this is not available yet. Take it out.")]
    [InlineData("shop", "<Suite>, line 3: this is not available yet. Only shop is: write that, or take it out.")]
    public void Read_missing_feature_is_refused_with_what_there_is(string? available, string expected)
    {
        var table = new[] { new NotAvailableYet.Entry(TopElements.Suite, s => s.Suite is not null, available) };

        var reading = new FlockSettingsReader(_ => null, table)
            .Read(SettingsText.Around("<Suite>cart</Suite>"), isAsWritten: true);

        reading.Settings.ShouldBeNull();
        reading.Errors.ShouldHaveSingleItem().ToString().ShouldBe(expected);
    }

    [Fact]
    public void Table_lists_no_setting_twice()
    {
        NotAvailableYet.Table.Select(entry => entry.Setting).ShouldBeUnique();
    }
}
