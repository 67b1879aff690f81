package dev.understudy.observe;

import java.util.List;
import java.util.Map;
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

    /** How many stores are in each state, those of catalogs among them; nothing is waited for. */
    default Map<StoreState, Integer> storeStates() {
        return Map.of();
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
     * @param fetching files and parts of files that are being fetched
     * @param outcomes how many requests for files have had each outcome, since the start
     * @param fetchedBytes what has been fetched, since the start
     * @param fetchSeconds how long all requests together have taken, since the start
     */
    record KeptFigures(
            int files,
            long bytes,
            long maxBytes,
            int fetching,
            Map<FetchOutcome, Long> outcomes,
            long fetchedBytes,
            double fetchSeconds) {

        public KeptFigures {
            outcomes = Map.copyOf(outcomes);
        }

        /** How many requests have had an outcome. */
        public long count(FetchOutcome outcome) {
            return outcomes.getOrDefault(outcome, 0L);
        }
    }

    /** What comes of a request to a store for a file. */
    enum FetchOutcome {
        /** The file has been fetched, or the first part of one that is fetched in parts. */
        FETCHED,
        /** Another part of a file has been fetched. */
        PART,
        /** The file had not changed. */
        UNCHANGED,
        /** The store has no such file, or does not let it be read. */
        MISSING,
        /** The store has not answered, and the file was used as it was. */
        STALE,
        /** The store has not answered, and there was no file that could be used. */
        FAILED
    }

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
