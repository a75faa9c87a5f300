namespace TestFlock.Tests.Conformance.Packages;

/// <summary>Content whose file becomes unreadable at some byte.</summary>
internal sealed class BreakingStream(byte[] content, int breaksAt) : Stream
{
    private readonly MemoryStream _content = new(content);

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _content.Length;

    public override long Position
    {
        get => _content.Position;
        set => _content.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Position >= breaksAt
        ? throw new IOException("The disk is gone.")
        : _content.Read(buffer, offset, (int)Math.Min(count, breaksAt - Position));

    public override long Seek(long offset, SeekOrigin origin) => _content.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
