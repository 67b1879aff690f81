package dev.understudy.source.keep;

import dev.understudy.source.SourceLease;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The kept files of a request, which stay while it uses them. */
public final class KeptFileLease implements SourceLease {

    private final KeptFiles files;
    private final List<String> ids;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Pins files, be they there yet or not.
     *
     * @param ids each once
     */
    public KeptFileLease(KeptFiles files, List<String> ids) {
        this.files = files;
        this.ids = ids;
        ids.forEach(files::pin);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            ids.forEach(files::unpin);
        }
    }
}
