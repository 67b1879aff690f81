package dev.understudy.source.store;

/**
 * A file that a store may have.
 *
 * @param connection to the store
 * @param name of the object
 * @param inParts whether it may be fetched in parts; such a file and a whole one are kept apart
 */
record StoredFile(StoreConnection connection, String name, boolean inParts) {

    /** The name of the file among those of all stores, in this run of the server and others. */
    String id() {
        return connection.id() + (inParts ? "?" : "/") + name;
    }
}
