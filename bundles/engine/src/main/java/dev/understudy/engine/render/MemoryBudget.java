package dev.understudy.engine.render;

import dev.understudy.failure.ServeException;

/** Memory that a renderer asks for before it allocates it. */
public interface MemoryBudget {

    /**
     * Asks for memory. It is given back when the work ends.
     *
     * @param bytes all that the work will take at a time, with what it was given before
     * @throws MemoryUnavailableException when others have it now
     * @throws ServeException {@code size.limit} when it is more than there is for all
     */
    void reserve(long bytes) throws ServeException, MemoryUnavailableException;

    /** Asks for memory that would be of use and that the work can do without; whether it was given. */
    default boolean reserveIfThereIs(long bytes) {
        try {
            reserve(bytes);
            return true;
        } catch (ServeException | MemoryUnavailableException e) {
            return false;
        }
    }
}
