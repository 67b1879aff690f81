package dev.understudy.observe;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The roots of sources: folders, and whether they are there, and stores of objects, and whether they answer. */
@ProviderType
public interface SourceRoots {

    /** All of them, as they were a moment ago; nothing is waited for. */
    List<SourceRoot> entries();

    /** The roots that are stores; nothing is waited for. */
    default List<StoreRoot> stores() {
        return List.of();
    }

    /** The files of stores that are kept on this machine; null when no store is used. */
    default @Nullable KeptFigures kept() {
        return null;
    }

    /**
     * A root that is a store.
     *
     * @param setting the setting that names it
     * @param number its place among the stores of the setting, from 1
     * @param requests how many have been sent to the store, since the start
     * @param failures how many of them the store has not answered, since the start
     */
    record StoreRoot(String setting, int number, StoreState state, long requests, long failures) {}

    /** The state of a store. */
    enum StoreState {
        OK,
        /** The last request has failed. */
        FAILING,
        /** Several requests in a row have failed, and the store is left alone for a moment. */
        DOWN,
        /** The store turns this server away: only an operator can mend that. */
        REFUSED
    }

    /**
     * Files of stores that are kept on this machine.
     *
     * @param files kept files
     * @param bytes what they take
     * @param maxBytes what they may take
     * @param fetching files that are being fetched
     * @param fetched how many have been, since the start
     * @param unchanged how many had not changed when their stores were asked again, since the start
     * @param stale how often one was used as it was since its store did not answer, since the start
     */
    record KeptFigures(int files, long bytes, long maxBytes, int fetching, long fetched, long unchanged, long stale) {}

    /**
     * A root folder.
     *
     * @param setting the setting that names it
     * @param number its place among the folders of the setting, from 1
     */
    record SourceRoot(String setting, int number, State state) {}

    /** The state of a root folder. */
    enum State {
        /** The folder is there. */
        PRESENT,
        /** The folder is not there, and never was while the server ran. */
        ABSENT,
        /** The folder was there, and no longer is. */
        VANISHED
    }
}
