package dev.understudy.catalog.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Opens catalog files as text: UTF-8 after a byte order mark, ISO-8859-1 without one.
 *
 * <p>Source: the reference's page on character encoding.
 */
public final class CatalogText {

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int BUFFER = 1 << 16;

    private CatalogText() {}

    /** Opens a file; the caller closes it. */
    public static Reader open(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("not a file");
        }
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return new InputStreamReader(bytes, charset(bytes));
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static Charset charset(InputStream bytes) throws IOException {
        bytes.mark(MARK.length);
        if (Arrays.equals(bytes.readNBytes(MARK.length), MARK)) {
            return StandardCharsets.UTF_8;
        }
        bytes.reset();
        return StandardCharsets.ISO_8859_1;
    }

    /** Describes an exception from a file in words. */
    public static String describe(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "the file does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "the file may not be read";
        }
        return "the file cannot be read: " + e.getMessage();
    }
}
