package dev.understudy.content.item;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens files with their digests, each worked out once for a state of its file. */
final class ContentDigests {

    private static final int REMEMBERED = 10_000;
    private static final int BUFFER = 128 * 1024;
    private static final int ATTEMPTS = 3;

    private final Map<Stamp, String> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Stamp, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * Opens a file.
     *
     * @throws ServeException as {@link SourceAccess#open}; {@code source.unreadable} when it cannot be read to its end or
     *     changes all the time
     */
    DigestedSource open(SourceKey key, SourceAccess sources) throws ServeException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Source source = sources.open(key);
            String digest = null;
            try {
                digest = digest(source);
            } catch (IOException e) {
                throw new ServeException(new Failure.Unreadable(key.toString(), e));
            } finally {
                if (digest == null) {
                    source.close();
                }
            }
            if (digest != null) {
                return new DigestedSource(source, digest);
            }
        }
        throw new ServeException(
                new Failure.Unreadable(key.toString(), new IOException("It changes while it is being read")));
    }

    /** The digest, or null when the file was written to while it was read. */
    private @Nullable String digest(Source source) throws IOException {
        String present = get(source.stamp());
        if (present != null) {
            return present;
        }
        SeekableByteChannel channel = source.channel();
        MessageDigest md5 = md5();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long length = 0;
        while (channel.read(buffer) >= 0) {
            buffer.flip();
            length += buffer.remaining();
            md5.update(buffer);
            buffer.clear();
        }
        channel.position(0);
        if (length != source.stamp().length() || source.overwritten()) {
            return null;
        }
        String digest = HexFormat.of().formatHex(md5.digest());
        put(source.stamp(), digest);
        return digest;
    }

    private synchronized @Nullable String get(Stamp stamp) {
        return known.get(stamp);
    }

    private synchronized void put(Stamp stamp, String digest) {
        known.put(stamp, digest);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
