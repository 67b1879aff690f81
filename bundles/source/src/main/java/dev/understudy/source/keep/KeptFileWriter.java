package dev.understudy.source.keep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** Writes what another server sends into a file, up to a number of bytes, and tells its digest. */
public final class KeptFileWriter implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final Path file;
    private final long maxBytes;
    private final FileChannel out;
    private final MessageDigest digest = sha256();
    private long length;

    /**
     * Begins a file.
     *
     * @param file is there already
     */
    public KeptFileWriter(Path file, long maxBytes) throws IOException {
        this.file = file;
        this.maxBytes = maxBytes;
        out = FileChannel.open(file, StandardOpenOption.WRITE);
    }

    public void write(ByteBuffer bytes) throws IOException {
        length += bytes.remaining();
        if (length > maxBytes) {
            throw new LargeFileException(maxBytes);
        }
        digest.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /**
     * The image that has been written packed by gzip, in a file of its own.
     *
     * @throws IOException when it cannot be unpacked, or is larger than an image may be; then that file is gone
     */
    public KeptFileWriter unpacked(Path other) throws IOException {
        boolean whole = false;
        // The first is closed, too, when the second does not begin as it should.
        try (InputStream packed = Files.newInputStream(file);
                InputStream in = new GZIPInputStream(packed);
                KeptFileWriter image = new KeptFileWriter(other, maxBytes)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                image.write(ByteBuffer.wrap(buffer, 0, read));
            }
            whole = true;
            return image;
        } finally {
            if (!whole) {
                KeptFolder.delete(other);
            }
        }
    }

    public Path file() {
        return file;
    }

    public long length() {
        return length;
    }

    /** The digest of all that has been written; can be asked for once. */
    public String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digest of a file. */
    public static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
