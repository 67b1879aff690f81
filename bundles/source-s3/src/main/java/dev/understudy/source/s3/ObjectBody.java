package dev.understudy.source.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/** The bytes of an object. Whoever closes it before its end does not wait for the rest. */
final class ObjectBody extends FilterInputStream {

    private final ResponseInputStream<?> body;
    private boolean atEnd;

    ObjectBody(ResponseInputStream<?> body) {
        super(body);
        this.body = body;
    }

    @Override
    public int read() throws IOException {
        return noted(super.read());
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        return noted(super.read(bytes, from, length));
    }

    private int noted(int read) {
        atEnd |= read < 0;
        return read;
    }

    @Override
    public void close() throws IOException {
        if (atEnd) {
            super.close();
        } else {
            body.abort();
        }
    }
}
