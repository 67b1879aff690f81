package dev.understudy.codec.guard;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.SourceReadException;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;

/** Runs a decoder or encoder and turns whatever it throws into a {@link ServeException}. */
final class LibraryBoundary {

    private LibraryBoundary() {}

    /** Work on a file. */
    interface Reading<T> {
        T read(Input input) throws IOException, ServeException;
    }

    /** Work that makes a file. */
    interface WriteTask {
        byte[] write() throws IOException, ServeException;
    }

    static <T> T read(String format, Source source, Reading<T> work) throws ServeException {
        try (Input input = Input.of(source.channel(), source.stamp().length())) {
            T result = work.read(input);
            requireUntouched(source);
            return result;
        } catch (ServeException e) {
            throw e;
        } catch (Throwable thrown) {
            rethrowIfFatal(thrown);
            Throwable e = beneath(thrown);
            requireWanted(source, e);
            requireUntouched(source);
            throw new ServeException(readFailure(format, source.key().toString(), e));
        }
    }

    static byte[] write(String format, WriteTask work) throws ServeException {
        try {
            return work.write();
        } catch (ServeException e) {
            throw e;
        } catch (Throwable e) {
            rethrowIfFatal(e);
            throw new ServeException(
                    e instanceof OutOfMemoryError
                            ? noMemory("There is not enough memory to write a " + format + " file", e)
                            : new Failure.Internal(e));
        }
    }

    /** Libraries wrap what they catch: what no file is to blame for, wherever it is in the causes; else the exception. */
    static Throwable beneath(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError
                    || cause instanceof SourceReadException
                    || cause instanceof LinkageError) {
                return cause;
            }
        }
        return e;
    }

    /** Lets errors of the virtual machine pass that no image can have caused; running out of memory or stack is not one. */
    private static void rethrowIfFatal(Throwable e) {
        if (e instanceof VirtualMachineError error
                && !(e instanceof OutOfMemoryError)
                && !(e instanceof StackOverflowError)) {
            throw error;
        }
    }

    /** Fails when the reader was interrupted: whatever it says then is not the image's fault. */
    private static void requireWanted(Source source, Throwable e) throws ServeException {
        if (Thread.currentThread().isInterrupted() || e.getCause() instanceof ClosedByInterruptException) {
            throw new ServeException(new Failure.Unavailable(
                    FailureKind.SERVER_OVERLOADED, "Decoding '" + source.key() + "' was given up", e));
        }
    }

    private static void requireUntouched(Source source) throws ServeException {
        if (source.overwritten()) {
            throw new ServeException(new Failure.Unreadable(
                    source.key().toString(), new IOException("It was written to while it was being read")));
        }
    }

    private static Failure readFailure(String format, String object, Throwable e) {
        if (e instanceof OutOfMemoryError) {
            return noMemory("There is not enough memory to decode '" + object + "'", e);
        }
        if (e instanceof SourceReadException) {
            return new Failure.Unreadable(object, e);
        }
        if (e instanceof LinkageError) {
            return new Failure.Internal(e); // a broken installation, not a broken image
        }
        if (e instanceof UnsupportedException unsupported) {
            return new Failure.UnsupportedSource(
                    unsupported.kind(), object, "of a kind of " + format + " that is not supported: " + e.getMessage());
        }
        return new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, object, detail(format, e), e);
    }

    private static String detail(String format, Throwable e) {
        if (e instanceof DamagedException damage) {
            return "not a whole " + format + " image: " + damage.getMessage();
        }
        if (e instanceof EOFException) {
            return "not a whole " + format + " image: the file ends too early";
        }
        String message = e.getMessage();
        return "not a sound " + format + " image: "
                + (message == null || message.isBlank() ? e.getClass().getSimpleName() : message);
    }

    private static Failure noMemory(String message, @Nullable Throwable cause) {
        return new Failure.Unavailable(FailureKind.SERVER_OVERLOADED, message, cause);
    }
}
