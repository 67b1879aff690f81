package dev.understudy.source;

import java.time.Duration;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** Opens stores of some kinds. A service: whoever registers one brings roots of other schemes. */
@ConsumerType
public interface ObjectStoreFactory {

    /** The schemes of the roots that are opened, in lower case. */
    Set<String> schemes();

    /**
     * Opens a store; asks it nothing yet.
     *
     * @param store without a prefix
     * @param timeout until the store must be connected, and until it must have sent anything more
     * @param connections how many objects are read at a time, at most
     * @throws IllegalArgumentException saying what is wrong with the root, and what is allowed
     */
    ObjectStore open(RootUrl store, Duration timeout, int connections);
}
