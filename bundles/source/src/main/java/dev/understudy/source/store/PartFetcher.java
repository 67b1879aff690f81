package dev.understudy.source.store;

import dev.understudy.observe.SourceRoots.FetchOutcome;
import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.SourceKey;
import dev.understudy.source.StoreRequest;
import dev.understudy.source.StoredObject;
import dev.understudy.source.StoredObject.State;
import dev.understudy.source.keep.FetchTable;
import dev.understudy.source.keep.FetchedFile;
import dev.understudy.source.keep.KeptBlocks;
import dev.understudy.source.keep.KeptBlocks.WantedBlocks;
import dev.understudy.source.keep.KeptFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Fetches parts of files in the state in which they were begun, each part once however many wait for it. */
final class PartFetcher {

    private final StoreSettings settings;
    private final KeptFiles files;
    private final FetchTable fetches;
    private final Executor threads;
    private final FetchCounters counters;

    PartFetcher(StoreSettings settings, KeptFiles files, FetchTable fetches, Executor threads, FetchCounters counters) {
        this.settings = settings;
        this.files = files;
        this.fetches = fetches;
        this.threads = threads;
        this.counters = counters;
    }

    /** A file that has been begun, open to be read. */
    record PartedFile(SourceKey key, StoredFile file, FetchedFile kept) {

        KeptBlocks parts() {
            return Objects.requireNonNull(kept.parts());
        }

        String tag() {
            return Objects.requireNonNull(kept.state().etag());
        }
    }

    /**
     * Begins to fetch blocks; waits for a slot, but not for what comes. However it goes, their coming ends.
     *
     * @param tenant that they are fetched for; empty for nobody that is known
     */
    void fetch(PartedFile file, WantedBlocks blocks, String tenant) {
        CompletableFuture<FetchedFile> fetch = null;
        try {
            fetch = fetches.fetchWhenFree(
                    // the file on disk: the same state may be in two, of which one is fetched anew while the other is
                    // read
                    file.parts().file() + " " + blocks.first(),
                    file.file().connection().number(),
                    tenant,
                    StoreFetcher::isTransient,
                    landing -> depart(file, blocks, landing),
                    settings.timeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (fetch == null) {
            file.parts().failed(blocks, StoreFailures.crowded(file.key(), "store.maxRequests", settings.maxRequests()));
            return;
        }
        fetch.whenComplete((kept, thrown) -> {
            if (thrown == null) {
                file.parts().arrived(blocks);
            } else {
                file.parts().failed(blocks, FetchTable.cause(thrown));
            }
        });
    }

    /** Takes note that what has come of a file is no longer on disk, so that it is fetched anew. */
    void lost(PartedFile file) {
        files.dropLost(file.file().id(), file.kept());
    }

    private void depart(PartedFile file, WantedBlocks blocks, FetchTable.Landing landing) {
        try {
            threads.execute(() -> {
                Throwable failure = null;
                try {
                    load(file, blocks);
                } catch (Throwable e) {
                    failure = e;
                }
                landing.end(failure == null ? file.kept() : null, failure);
            });
        } catch (RuntimeException e) {
            landing.end(null, StoreFailures.stopped(e));
        }
    }

    private void load(PartedFile file, WantedBlocks blocks) throws IOException {
        StoreConnection connection = file.file().connection();
        long size = file.parts().size(blocks.first(), blocks.count());
        StoreRequest request = StoreRequest.part(file.file().name(), file.tag(), blocks.position(), size);
        long begun = System.nanoTime();
        try (StoredObject answer = connection.read(request)) {
            requireSame(file, answer);
            copy(answer, file.parts(), blocks.position(), size);
            connection.ended();
            files.grown(file.file().id(), file.parts(), size);
            counters.count(FetchOutcome.PART);
        } catch (BrokenBodyException e) {
            connection.failed(e.known());
            counters.count(FetchOutcome.FAILED);
            throw e.known();
        } catch (ObjectStoreException e) {
            counters.count(FetchOutcome.FAILED);
            throw e;
        } finally {
            counters.took(begun);
        }
    }

    /** Refuses a part of another state; some servers do not heed which one is required. */
    private void requireSame(PartedFile file, StoredObject answer) throws IOException {
        boolean present = answer.state() == State.PRESENT;
        if (present
                && answer.parts()
                && answer.length() == file.parts().length()
                && answer.tag().equals(file.tag())) {
            return;
        }
        file.file().connection().ended();
        if (present && !answer.parts()) {
            file.file().connection().sendsNoParts();
            files.drop(file.file().id());
        } else {
            files.expire(file.file().id(), file.parts());
        }
        counters.count(FetchOutcome.FAILED);
        throw new ChangedFileException();
    }

    private void copy(StoredObject answer, KeptBlocks parts, long position, long size) throws IOException {
        BodyReader body = new BodyReader(answer.body(), settings.timeout());
        try (FileChannel out = parts.openToWrite()) {
            long done = 0;
            while (done < size) {
                int read = body.read(size - done);
                if (read < 0) {
                    throw new BrokenBodyException("the store broke off after " + done + " of " + size + " bytes", null);
                }
                body.writeTo(out, position + done);
                done += read;
            }
            counters.received(done);
        }
    }
}
