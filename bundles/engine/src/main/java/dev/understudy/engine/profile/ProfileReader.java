package dev.understudy.engine.profile;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.source.Source;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;

/** Reads profile files. */
final class ProfileReader {

    private static final int MAX_LENGTH = 1 << 24;

    private ProfileReader() {}

    /**
     * The bytes of a file.
     *
     * @throws ServeException {@code profile.corrupt} when there are too few or too many, {@code source.unreadable} when they
     *     cannot be read or the file is just being written
     */
    static ColorProfile read(Source source) throws ServeException {
        String name = source.key().toString();
        long length = source.stamp().length();
        if (length == 0 || length > MAX_LENGTH) {
            throw corrupt(
                    name, length == 0 ? "the file is empty" : "the file has more than " + MAX_LENGTH + " bytes", null);
        }
        byte[] bytes;
        try {
            source.channel().position(0);
            bytes = Channels.newInputStream(source.channel()).readNBytes(MAX_LENGTH);
        } catch (ClosedByInterruptException e) {
            throw new ServeException(
                    new Failure.Unavailable(FailureKind.SERVER_OVERLOADED, "Reading '" + name + "' was given up", e));
        } catch (IOException e) {
            throw new ServeException(new Failure.Unreadable(name, e));
        }
        if (source.overwritten()) {
            throw new ServeException(new Failure.Unreadable(name, null));
        }
        return new ColorProfile(bytes);
    }

    static ServeException corrupt(String name, String detail, @Nullable Throwable cause) {
        return new ServeException(new Failure.Corrupt(FailureKind.PROFILE_CORRUPT, name, detail, cause));
    }
}
