package dev.understudy.cache.disk;

import dev.understudy.serve.Reply;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A process that writes entries until it is killed, and a dot to its output for each. */
final class EntryWriter {

    static final int ENTRIES = 50;

    private static final int MAX_LENGTH = 300_000;

    private EntryWriter() {}

    public static void main(String[] arguments) throws Exception {
        CacheSettings settings = new CacheSettings(List.of(Path.of(arguments[0])), 1L << 30, ENTRIES, 1L << 20);
        Random random = new Random(Long.parseLong(arguments[1]));
        try (DiskReplyCache cache = DiskReplyCache.open(settings)) {
            while (true) {
                Reply reply = Replies.reply(body(random.nextLong()));
                cache.fetch(Replies.key(random.nextInt(2 * ENTRIES)), cached -> false, () -> reply);
                System.out.write('.');
                System.out.flush();
            }
        }
    }

    /** Bytes that all follow from the first eight. */
    static byte[] body(long seed) {
        Random random = new Random(seed);
        byte[] body = new byte[Long.BYTES + random.nextInt(MAX_LENGTH)];
        random.nextBytes(body);
        ByteBuffer.wrap(body).putLong(seed);
        return body;
    }

    static boolean isWhole(byte[] body) {
        return Arrays.equals(body, body(ByteBuffer.wrap(body).getLong()));
    }
}
