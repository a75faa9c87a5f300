using TestFlock.Contracts;

namespace TestFlock.Allure;

/// <summary>Brings attached files of other machines to this one; what cannot be had is left out.</summary>
public delegate ValueTask<IReadOnlyList<AttachmentSet>> FetchAttachments(
    IReadOnlyList<AttachmentSet> sets, CancellationToken cancellationToken);
