package dev.understudy.catalog.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Opens catalog files as text: UTF-8 after a byte order mark, without one as the catalog says.
 *
 * <p>Source: the reference's page on character encoding.
 */
public final class CatalogText {

    /** The message about a file that is not what its mark or its catalog says. */
    public static final String NOT_UTF_8 =
            "there are bytes here that are no UTF-8, which the file's mark or the attribute"
                    + " Encoding says that it is";

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int BUFFER = 1 << 16;

    private CatalogText() {}

    /**
     * Opens a file; the caller closes it. Bytes that are none of its encoding are a {@link CharacterCodingException}.
     *
     * @param encoding of a file without a byte order mark
     */
    public static Reader open(Path file, Charset encoding) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("not a file");
        }
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return new InputStreamReader(bytes, charset(bytes, encoding).newDecoder());
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static Charset charset(InputStream bytes, Charset encoding) throws IOException {
        bytes.mark(MARK.length);
        if (Arrays.equals(bytes.readNBytes(MARK.length), MARK)) {
            return StandardCharsets.UTF_8;
        }
        bytes.reset();
        return encoding;
    }

    /** The line of a file on which there are bytes that are no UTF-8, from 1; 0 when it cannot be read now. */
    public static int malformedLine(Path file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        int line = 1;
        try (InputStream bytes = Files.newInputStream(file)) {
            ByteBuffer in = ByteBuffer.allocate(BUFFER);
            CharBuffer out = CharBuffer.allocate(BUFFER);
            CoderResult result = CoderResult.UNDERFLOW;
            for (int read = 0; read >= 0 && !result.isError(); ) {
                read = bytes.read(in.array(), in.position(), in.remaining());
                in.position(in.position() + Math.max(read, 0)).flip();
                result = decoder.decode(in, out, read < 0);
                in.compact();
                line += (int) out.flip().chars().filter(c -> c == '\n').count();
                out.clear();
            }
            return line;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Describes an exception from a file in words, without the folder that it is in. */
    public static String describe(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "the file does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "the file may not be read";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return "the file cannot be read: " + (reason == null ? e.getClass().getSimpleName() : reason);
    }
}
