package dev.understudy.source;

import dev.understudy.failure.ServeException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** An open file. Reading it goes on with the same bytes when another file takes its name meanwhile. */
@ConsumerType
public interface Source extends AutoCloseable {

    /** The file's name in the catalogs. */
    SourceKey key();

    /** The state that was opened. */
    Stamp stamp();

    /** The bytes, as one channel for the whole life of the source; readers set its position themselves. */
    SeekableByteChannel channel();

    /**
     * Whether the file has been written to since it was opened, so that what was read may be a mixture of two states.
     * Another file under its name does not count: the opened one goes on unharmed.
     */
    default boolean overwritten() {
        return false;
    }

    /** Has somebody be told whenever reading waits for another server. A file that is on this machine tells nobody. */
    default void onWait(SourceWait listener) {}

    /**
     * Why bytes could not be had from another server that were to be read. What has been made of the others is of no use, even
     * if whoever read them has noticed nothing.
     *
     * @return null as long as all could be had
     */
    default @Nullable ServeException failure() {
        return null;
    }

    /** Gives the file back; never throws. */
    @Override
    void close();
}
