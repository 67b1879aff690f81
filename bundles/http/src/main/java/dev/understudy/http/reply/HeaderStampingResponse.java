package dev.understudy.http.reply;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A response for another component to fill, which gets the headers of this server last, in place of any of the same name. */
public final class HeaderStampingResponse extends Response.Wrapper {

    private final Consumer<Response> marks;

    /**
     * Wraps a response.
     *
     * @param marks puts the headers
     */
    public HeaderStampingResponse(Request request, Response wrapped, Consumer<Response> marks) {
        super(request, wrapped);
        this.marks = marks;
    }

    @Override
    public void write(boolean last, ByteBuffer bytes, Callback callback) {
        mark();
        super.write(last, bytes, callback);
    }

    /** Puts the headers now, if none have been sent. */
    public void mark() {
        if (!isCommitted()) {
            marks.accept(getWrapped());
        }
    }
}
