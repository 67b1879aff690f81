package dev.understudy.source;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A store of objects outside this machine, each with a name. Safe for many threads. What is read is kept, validated and shared by whoever has
 * the store; a store itself keeps nothing.
 */
@ConsumerType
public interface ObjectStore extends AutoCloseable {

    /**
     * Begins to read an object, and waits until the store says what comes.
     *
     * @return what the store says, which the caller closes
     * @throws ObjectStoreException when the store does not say, in time, whether there is such an object
     */
    StoredObject read(StoreRequest request) throws ObjectStoreException;

    /** Ends all connections; never throws. */
    @Override
    void close();
}
