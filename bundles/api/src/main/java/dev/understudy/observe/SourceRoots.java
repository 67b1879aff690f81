package dev.understudy.observe;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The root folders of sources, and whether they are there. */
@ProviderType
public interface SourceRoots {

    /** All of them, as they were a moment ago; nothing is waited for. */
    List<SourceRoot> entries();

    /**
     * A root folder.
     *
     * @param setting the setting that names it
     * @param number its place in the setting, from 1
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
