package dev.understudy.http.reply;

import dev.understudy.serve.Body;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * The bytes of a file that is sent. If the file has been written over meanwhile, the last of them cannot be read: the answer breaks off
 * for the client, which would otherwise have a mixture of two states under the entity tag of one.
 */
final class UnchangedChannel implements SeekableByteChannel {

    private final Body.Opened file;
    private final long end;

    UnchangedChannel(Body.Opened file, ByteRange range) {
        this.file = file;
        this.end = range.offset() + range.length();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = file.channel().read(target);
        if (position() >= end && file.overwritten().getAsBoolean()) {
            throw new IOException("The file has been written over while it was being sent");
        }
        return count;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return file.channel().write(bytes);
    }

    @Override
    public long position() throws IOException {
        return file.channel().position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        file.channel().position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.channel().size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        file.channel().truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return file.channel().isOpen();
    }

    @Override
    public void close() throws IOException {
        file.channel().close();
    }
}
