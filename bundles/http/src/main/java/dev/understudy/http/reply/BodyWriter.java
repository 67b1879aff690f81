package dev.understudy.http.reply;

import dev.understudy.serve.Body;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves bytes from a body to the client, a buffer at a time. */
final class BodyWriter {

    private static final Logger LOG = LoggerFactory.getLogger(BodyWriter.class);
    private static final int BUFFER = 64 * 1024;

    private BodyWriter() {}

    static void write(Response response, Callback callback, Body body, ByteRange range) {
        if (body instanceof Body.Bytes inMemory) {
            ByteBuffer bytes = ByteBuffer.wrap(inMemory.bytes(), Math.toIntExact(range.offset()), (int) range.length());
            response.write(true, bytes.asReadOnlyBuffer(), callback);
        } else if (body instanceof Body.Opened opened) {
            ByteBufferPool pool = response.getRequest().getComponents().getByteBufferPool();
            Content.Source source = Content.Source.from(
                    new ByteBufferPool.Sized(pool, true, BUFFER),
                    new UnchangedChannel(opened, range),
                    range.offset(),
                    range.length());
            Content.copy(source, response, callback);
        }
    }

    /** Returns a callback that also closes the body. */
    static Callback closing(Body body, Callback callback) {
        return body instanceof Body.Opened opened ? Callback.from(callback, () -> close(opened)) : callback;
    }

    private static void close(Body.Opened opened) {
        try {
            opened.channel().close();
        } catch (IOException e) {
            LOG.debug("A body cannot be closed", e);
        }
    }
}
