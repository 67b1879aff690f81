package dev.understudy.source.store;

import dev.understudy.source.ObjectStore;
import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.ObjectStoreFactory;
import dev.understudy.source.RootUrl;
import dev.understudy.source.StoreRequest;
import dev.understudy.source.StoredObject;
import dev.understudy.source.StoredObject.State;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stores of objects in memory, which can be told to fail. */
final class ScriptedStore implements ObjectStoreFactory {

    /** What happens before a store answers. */
    interface Trouble {
        void before(StoreRequest request) throws ObjectStoreException;
    }

    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    final List<StoreRequest> requests = new CopyOnWriteArrayList<>();
    final List<String> closed = new CopyOnWriteArrayList<>();
    volatile Trouble trouble = request -> {};
    volatile State absent = State.MISSING;
    /** How many bytes come before the store breaks off; -1 for all. */
    volatile int cut = -1;
    /** Whether it says of files that they have not changed, instead of sending them again. */
    volatile boolean saysUnchanged = true;
    /** Whether parts are of the state that is required. */
    volatile boolean heedsRequired = true;
    /** Whether it sends parts, which it says in any case. */
    volatile boolean sendsParts = true;
    /** Whether what is cut off ends as if it were whole. */
    volatile boolean cleanEnd;

    @Override
    public Set<String> schemes() {
        return Set.of("test");
    }

    @Override
    public ObjectStore open(RootUrl store, Duration timeout, int connections) {
        if (store.options().containsKey("wrong")) {
            throw new IllegalArgumentException("'wrong' is no option");
        }
        return new ObjectStore() {
            @Override
            public StoredObject read(StoreRequest request) throws ObjectStoreException {
                if (request.isPart() && request.name().endsWith("understudy-probe")) {
                    trouble.before(request);
                    return StoredObject.of(State.MISSING);
                }
                requests.add(request);
                trouble.before(request);
                return answer(store.authority() + "/" + request.name(), request);
            }

            @Override
            public void close() {
                closed.add(store.authority());
            }
        };
    }

    private StoredObject answer(String name, StoreRequest request) {
        byte[] bytes = objects.get(name);
        if (bytes == null) {
            return StoredObject.of(absent);
        }
        String tag = "\"" + Integer.toHexString(Arrays.hashCode(bytes)) + "\"";
        if (saysUnchanged && tag.equals(request.knownTag())) {
            return StoredObject.of(State.UNCHANGED);
        }
        if (heedsRequired && !request.requiredTag().isEmpty() && !tag.equals(request.requiredTag())) {
            return StoredObject.of(State.CHANGED);
        }
        if (request.isPart() && !sendsParts) {
            return StoredObject.of(State.PRESENT);
        }
        byte[] part = request.isPart()
                ? Arrays.copyOfRange(
                        bytes, (int) request.first(), (int) Math.min(bytes.length, request.first() + request.length()))
                : bytes;
        return new StoredObject(State.PRESENT, bytes.length, tag, 1_000_000, true, body(part));
    }

    private InputStream body(byte[] bytes) {
        if (cut < 0) {
            return new ByteArrayInputStream(bytes);
        }
        return new FilterInputStream(new ByteArrayInputStream(bytes, 0, cut)) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                if (read < 0 && !cleanEnd) {
                    throw new IOException("connection reset");
                }
                return read;
            }
        };
    }
}
