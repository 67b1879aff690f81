package dev.understudy.source.store;

/**
 * A file that a store may have.
 *
 * @param connection to the store
 * @param name of the object
 */
record StoredFile(StoreConnection connection, String name) {

    /** The name of the file among those of all stores. */
    String id() {
        return connection.id(name);
    }
}
