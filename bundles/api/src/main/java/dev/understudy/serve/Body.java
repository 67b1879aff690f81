package dev.understudy.serve;

import java.nio.channels.SeekableByteChannel;
import java.util.function.BooleanSupplier;
import org.osgi.annotation.versioning.ProviderType;

/** The bytes of an answer. */
@ProviderType
public sealed interface Body {

    /** The number of bytes. */
    long length();

    /** Bytes in memory; shared, never written to. */
    record Bytes(byte[] bytes) implements Body {
        @Override
        public long length() {
            return bytes.length;
        }
    }

    /**
     * An open file from its start; whoever writes the answer closes it.
     *
     * @param overwritten whether the file has been written to since it was opened, so that what was read may be a mixture
     */
    record Opened(SeekableByteChannel channel, long length, BooleanSupplier overwritten) implements Body {}
}
