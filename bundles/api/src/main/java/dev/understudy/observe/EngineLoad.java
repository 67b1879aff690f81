package dev.understudy.observe;

import org.osgi.annotation.versioning.ProviderType;

/** The load of the engine: what its limits leave over. */
@ProviderType
public interface EngineLoad {

    /** Returns what is at work now. */
    LoadFigures load();

    /**
     * What is at work, and how much may be.
     *
     * @param requests requests that are at work or waiting; those that the cache answers are not among them
     * @param maxRequests requests that may be
     * @param rendering images that are being made
     * @param renders images that are made at a time
     * @param memory bytes that are reserved for images
     * @param maxMemory bytes that may be reserved
     * @param waiting tasks that wait for their turn or for memory
     * @param abandoned tasks that were given up and have not ended
     */
    record LoadFigures(
            int requests,
            int maxRequests,
            int rendering,
            int renders,
            long memory,
            long maxMemory,
            int waiting,
            int abandoned) {}
}
