package dev.understudy.codec.font;

import dev.understudy.codec.font.file.GlyphTables;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads font files. Java reads fonts from files of its own only, and leaves one behind when it fails in a way that it did not
 * expect; so a font is tried on a file of ours first.
 */
public final class FontLoader {

    private static final Logger LOG = LoggerFactory.getLogger(FontLoader.class);

    private static final long MAX_LENGTH = 64L << 20;

    private FontLoader() {}

    /**
     * Loads a font.
     *
     * @throws ServeException {@code font.corrupt} when it is none that Java can use, {@code storage.unavailable} when there is
     *     no room for a temporary file
     */
    public static LoadedFont load(Source source) throws ServeException {
        return load(source.key().toString(), source.stamp().length(), copy -> copy(source, copy));
    }

    /**
     * Loads a font that is in memory.
     *
     * @param name for messages
     * @throws ServeException as {@link #load(Source)}
     */
    public static LoadedFont load(String name, byte[] file) throws ServeException {
        return load(name, file.length, copy -> copy(file, copy));
    }

    /** Writes a font into a file of ours. */
    private interface Copying {
        void to(Path copy) throws ServeException;
    }

    private static LoadedFont load(String name, long length, Copying copying) throws ServeException {
        if (length == 0 || length > MAX_LENGTH) {
            throw corrupt(name, length == 0 ? "the file is empty" : "the file has more than " + MAX_LENGTH + " bytes");
        }
        Path copy = temporaryFile();
        try {
            copying.to(copy);
            return load(copy, name);
        } finally {
            delete(copy);
        }
    }

    private static LoadedFont load(Path file, String name) throws ServeException {
        try {
            FontFormat format = format(file, name);
            GlyphTables glyphs = glyphs(file, format);
            LoadedFont.of(name, Font.createFont(format.javaFormat(), file.toFile()), glyphs)
                    .requireIntact();
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return LoadedFont.of(name, Font.createFont(format.javaFormat(), in), glyphs);
            }
        } catch (ServeException e) {
            throw e;
        } catch (IOException e) {
            throw noRoom(e);
        } catch (Throwable e) {
            throw unusable(name, e);
        }
    }

    private static GlyphTables glyphs(Path file, FontFormat format) throws IOException, FontFormatException {
        try (FileChannel channel = FileChannel.open(file)) {
            return format.glyphs(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    private static FontFormat format(Path file, String name) throws IOException, ServeException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(FontFormat.HEAD);
        }
        return FontFormat.of(head)
                .orElseThrow(() -> corrupt(
                        name, "the file is no font of a known format; these are: TrueType, OpenType, Adobe Type 1"));
    }

    private static void copy(Source source, Path copy) throws ServeException {
        try (OutputStream out = Files.newOutputStream(copy)) {
            source.channel().position(0);
            Channels.newInputStream(source.channel()).transferTo(out);
        } catch (ClosedByInterruptException e) {
            throw new ServeException(new Failure.Unavailable(
                    FailureKind.SERVER_OVERLOADED, "Loading '" + source.key() + "' was given up", e));
        } catch (IOException e) {
            throw noRoom(e);
        }
        if (source.overwritten()) {
            throw new ServeException(new Failure.Unreadable(source.key().toString(), null));
        }
    }

    private static void copy(byte[] file, Path copy) throws ServeException {
        try {
            Files.write(copy, file);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private static Path temporaryFile() throws ServeException {
        try {
            return Files.createTempFile("understudy-font", ".tmp");
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The temporary file {} cannot be deleted", file, e);
        }
    }

    private static ServeException noRoom(IOException e) {
        return new ServeException(new Failure.Unavailable(
                FailureKind.STORAGE_UNAVAILABLE, "A font could not be copied to the temporary folder", e));
    }

    /** A virtual machine that is broken is nobody's font's fault; running out of memory or stack is. */
    public static ServeException unusable(String name, Throwable cause) {
        if (cause instanceof VirtualMachineError error
                && !(cause instanceof StackOverflowError)
                && !(cause instanceof InternalError)) {
            throw error;
        }
        String detail = cause instanceof FontFormatException
                ? "the file is damaged: " + cause.getMessage()
                : "the font cannot be used";
        return new ServeException(new Failure.Corrupt(FailureKind.FONT_CORRUPT, name, detail, cause));
    }

    private static ServeException corrupt(String name, String detail) {
        return new ServeException(new Failure.Corrupt(FailureKind.FONT_CORRUPT, name, detail, null));
    }
}
