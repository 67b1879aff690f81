package dev.understudy.content.item;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Md5;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opens files with what tells their bytes from others: of a small file the MD5 of its bytes, worked out once for a state of the file; of
 * a large one, which nobody shall wait for, the MD5 of its stamp. A state of a file has one tag at all times, so that downloads in parts
 * can go on.
 */
final class TaggedSources {

    /** The length of the longest file that is read before its first byte is sent. */
    static final long SMALL = 1024 * 1024;

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
     * @throws ServeException as {@link SourceAccess#open}; {@code static.unreadable} when it cannot be read to its end or
     *     changes all the time
     */
    TaggedSource open(SourceKey key, SourceAccess sources) throws ServeException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Source source = sources.open(key);
            String tag = null;
            try {
                tag = tag(source);
            } catch (IOException e) {
                throw unreadable(key, e);
            } finally {
                if (tag == null) {
                    source.close();
                }
            }
            if (tag != null) {
                return new TaggedSource(source, tag);
            }
        }
        throw unreadable(key, new IOException("It changes while it is being read"));
    }

    /** The failure of a file that cannot be read. */
    static ServeException unreadable(SourceKey key, IOException cause) {
        return new ServeException(
                new Failure.Unreadable(FailureKind.STATIC_UNREADABLE, key.toString(), "cannot be read", cause));
    }

    /** Returns the tag, or null when the file was written to while it was read. */
    private @Nullable String tag(Source source) throws IOException {
        Stamp stamp = source.stamp();
        return stamp.length() > SMALL ? ofStamp(stamp) : ofBytes(source);
    }

    /** Returns a digest, so that nobody learns the numbers of inodes from it. */
    private static String ofStamp(Stamp stamp) {
        String state = stamp.length() + " " + stamp.modified() + " " + stamp.identity();
        return Md5.of(state);
    }

    private @Nullable String ofBytes(Source source) throws IOException {
        String present = get(source.stamp());
        if (present != null) {
            return present;
        }
        SeekableByteChannel channel = source.channel();
        MessageDigest md5 = Md5.start();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long length = 0;
        while (length <= SMALL && channel.read(buffer) >= 0) {
            buffer.flip();
            length += buffer.remaining();
            md5.update(buffer);
            buffer.clear();
        }
        channel.position(0);
        if (length != source.stamp().length() || source.overwritten()) {
            return null;
        }
        String digest = Md5.text(md5);
        put(source.stamp(), digest);
        return digest;
    }

    private synchronized @Nullable String get(Stamp stamp) {
        return known.get(stamp);
    }

    private synchronized void put(Stamp stamp, String digest) {
        known.put(stamp, digest);
    }
}
