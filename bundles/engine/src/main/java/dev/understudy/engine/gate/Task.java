package dev.understudy.engine.gate;

import dev.understudy.engine.render.MemoryBudget;
import dev.understudy.engine.render.MemoryUnavailableException;
import dev.understudy.failure.ServeException;

/**
 * Work that takes a processor, memory or files for longer than a request's own thread should be lent.
 *
 * @param <T> what comes out
 */
public interface Task<T> {

    /**
     * Does it. It may be done more than once: as long as there is no room for it, it begins anew.
     *
     * @throws ServeException when it fails
     * @throws MemoryUnavailableException when others have the memory now
     */
    T run(MemoryBudget memory) throws ServeException, MemoryUnavailableException;
}
