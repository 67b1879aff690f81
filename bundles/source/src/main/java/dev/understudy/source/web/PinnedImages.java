package dev.understudy.source.web;

import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLease;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The foreign images of a request, which stay while it uses them. */
final class PinnedImages implements SourceLease {

    private final KeptImages images;
    private final List<SourceKey> keys;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Pins images, be they there yet or not.
     *
     * @param keys each once
     */
    PinnedImages(KeptImages images, List<SourceKey> keys) {
        this.images = images;
        this.keys = keys;
        keys.forEach(images::pin);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            keys.forEach(images::unpin);
        }
    }
}
