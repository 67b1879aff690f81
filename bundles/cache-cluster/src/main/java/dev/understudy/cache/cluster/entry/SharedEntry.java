package dev.understudy.cache.cluster.entry;

import dev.understudy.cache.format.CorruptEntryException;
import dev.understudy.cache.format.EntryFormat;
import dev.understudy.observe.CachedReplies.ReplyOrigin;
import dev.understudy.serve.Body;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache.CachedReply;
import dev.understudy.source.Stamp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A reply as servers pass it on: its head, which tells what it was made of, and its body, apart. The head is what the folders of a cache have,
 * with digests before it: no objects are serialized.
 *
 * @param begun when its making began, by the clock of its maker
 * @param contents a digest of each source, in the order of the stamps; empty where none was reckoned
 * @param bodyDigest SHA-256 of the body
 * @param described the reply without its body
 * @param head as {@link EntryFormat} has it
 */
public record SharedEntry(Instant begun, List<String> contents, String bodyDigest, CachedReply described, byte[] head) {

    private static final int VERSION = 1;
    private static final int MAX_SOURCES = 10_000;

    /** What browsers take as a page, or run; no image that is made here is one. */
    private static final Pattern PAGE =
            Pattern.compile("text/.*|.*(xml|html|javascript|ecmascript).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    public SharedEntry {
        contents = List.copyOf(contents);
    }

    /** The head of a reply. */
    public static byte[] write(String key, Instant begun, List<String> contents, Reply reply, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            out.writeLong(begun.toEpochMilli());
            out.writeUTF(Sha256.of(body));
            out.writeInt(contents.size());
            for (String content : contents) {
                out.writeUTF(content);
            }
            out.write(EntryFormat.head(key, new CachedReply(reply, begun), body));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a head.
     *
     * @throws CorruptEntryException when it is not as it was written for this key
     */
    public static SharedEntry read(String key, byte[] bytes) throws CorruptEntryException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != VERSION) {
                throw new CorruptEntryException("of another version");
            }
            Instant begun = Instant.ofEpochMilli(in.readLong());
            String bodyDigest = in.readUTF();
            int sources = in.readInt();
            if (sources < 0 || sources > MAX_SOURCES) {
                throw new CorruptEntryException("damaged lengths");
            }
            List<String> contents = new ArrayList<>();
            for (int i = 0; i < sources; i++) {
                contents.add(in.readUTF());
            }
            byte[] head = in.readAllBytes();
            CachedReply described = EntryFormat.readHead(key, head);
            if (described.reply().stamps().size() != sources) {
                throw new CorruptEntryException("of other sources");
            }
            if (!isShareable(described.reply())) {
                throw new CorruptEntryException("not to be shared");
            }
            return new SharedEntry(begun, contents, bodyDigest, described, head);
        } catch (CorruptEntryException e) {
            throw e;
        } catch (IOException e) {
            throw new CorruptEntryException("cut short");
        }
    }

    /**
     * The whole reply.
     *
     * @throws CorruptEntryException when that is not the body that the head tells of
     */
    public Reply with(String key, byte[] body) throws CorruptEntryException {
        if (!Sha256.of(body).equals(bodyDigest)) {
            throw new CorruptEntryException("a damaged body");
        }
        byte[] whole = ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .array();
        return EntryFormat.read(key, whole).reply();
    }

    /** What it was made of. */
    public ReplyOrigin origin() {
        Reply reply = described.reply();
        return new ReplyOrigin(
                reply.objects(), reply.stamps().stream().map(Stamp::key).collect(Collectors.toSet()));
    }

    /**
     * Whether a reply may be shared at all: an image in memory that was asked for, that anybody may keep, and whose sources are files that there are. How
     * long images of foreign servers may be kept, and by whom, is for their servers to say.
     */
    public static boolean isShareable(Reply reply) {
        return reply.standIn() == null
                && reply.digest() != null
                && reply.status() == 200
                && !PAGE.matcher(reply.contentType()).matches()
                && reply.body() instanceof Body.Bytes
                && reply.freshness().storable()
                && reply.freshness().shareable()
                && !reply.stamps().isEmpty()
                && reply.stamps().size() <= MAX_SOURCES
                && reply.stamps().stream()
                        .noneMatch(stamp -> stamp.isAbsent() || stamp.key().isForeign());
    }
}
